import { type JsonArray, type JsonNode } from '../json/JsonTree'

/**
 * How many arrays deep the rows of `values` are: that of the first array of nothing but numbers or,
 * where there is none, of the first array that holds anything but arrays. Undefined: all is empty.
 */
export function rowDepthOf(root: JsonArray): number | undefined {
  let mixedDepth: number | undefined
  const open: { readonly node: JsonArray; readonly depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    if (node.items.some(isRow)) return depth + 1
    if (node.items.some(isLeaf)) mixedDepth ??= depth
    for (const item of node.items.toReversed()) {
      if (isArray(item)) open.push({ node: item, depth: depth + 1 })
    }
  }
  return mixedDepth
}

function isArray(node: JsonNode): node is JsonArray {
  return typeof node === 'object' && node !== null && node.kind === 'array'
}

function isRow(node: JsonNode): boolean {
  return typeof node === 'object' && node !== null && node.kind === 'row'
}

function isLeaf(node: JsonNode): boolean {
  return !isArray(node) && !isRow(node)
}
