import { type JsonArray, type JsonNode } from '../json/JsonNode'

export function arrayNode(items: readonly JsonNode[]): JsonArray {
  return { kind: 'array', items }
}

/** A row of the document's numbers; an array of nothing where it has none. */
export function rowNode(start: number, length: number): JsonNode {
  return length === 0 ? arrayNode([]) : { kind: 'row', start, length }
}

/** Labels of layers; null where they are 0, 1, 2 …, as a tensor has them without labels. */
export function layersNode(labels: readonly string[]): JsonNode {
  return labels.every((label, layer) => label === String(layer)) ? null : arrayNode(labels)
}
