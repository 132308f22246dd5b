import { type JsonArray, type JsonNode } from './JsonNode'

interface Visit {
  readonly node: JsonNode
  readonly depth: number
}

/**
 * How many arrays deep the rows of `values` are: that of the first array of nothing but numbers or,
 * where there is none, of the first array that holds anything but arrays. Undefined: all is empty.
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
      // Last item first, so that the first one is the next to be visited.
      for (const item of node.items.toReversed()) ahead.push({ node: item, depth: depth + 1 })
    }
  }
  return mixedDepth
}
