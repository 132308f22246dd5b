import { type JsonArray, type JsonNode } from '../json/JsonNode'

export function arrayNode(items: readonly JsonNode[]): JsonArray {
  return { kind: 'array', items }
}

/** Returns a row of the document's numbers, or an empty array if `length` is 0. */
export function rowNode(start: number, length: number): JsonNode {
  return length === 0 ? arrayNode([]) : { kind: 'row', start, length }
}

/** Returns the labels of layers, or null if they are 0, 1, 2 …, which are the default. */
export function layersNode(labels: readonly string[]): JsonNode {
  return labels.every((label, layer) => label === String(layer)) ? null : arrayNode(labels)
}
