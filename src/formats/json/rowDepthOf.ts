import { type JsonArray, type JsonNode } from './JsonNode'

interface Visit {
  readonly node: JsonNode
  readonly depth: number
}

/**
 * Returns the number of arrays around a row of `values`: around the first array of only numbers, or if there is none,
 * around the first array with an item that is not an array. Returns undefined if all arrays are empty.
 */
export function rowDepthOf(root: JsonArray): number | undefined {
  let mixedDepth: number | undefined
  const ahead: Visit[] = [{ node: root, depth: 0 }]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const { node, depth } = next
    if (typeof node !== 'object' || node === null || node.kind === 'object') {
      mixedDepth ??= depth - 1
    } else if (node.kind === 'row') {
      return depth
    } else {
      // The items are added in reverse, so that the first one is visited next.
      for (const item of node.items.toReversed()) ahead.push({ node: item, depth: depth + 1 })
    }
  }
  return mixedDepth
}
