import {
  getEntry,
  isObject,
  itemsOf,
  type JsonArray,
  type JsonNode,
  type JsonObject,
} from '../json/JsonNode'

/** More keys than these are no fields that all objects have. */
const MOST_KEYS = 64

/** Arrays around the objects. */
const MOST_DEPTH = 4

/**
 * An array of objects, or of arrays of objects, as one object of arrays: the fields of all of them, each nested as the
 * objects were; null where one lacks a field. Undefined where anything else is among them.
 */
export function pivoted(array: JsonArray): JsonObject | undefined {
  const keys = new Set<string>()
  if (!collectKeys(array, keys, 0) || keys.size === 0) return undefined
  return {
    kind: 'object',
    entries: [...keys].map((key) => [key, fieldOf(array, key)]),
  }
}

function collectKeys(node: JsonNode, keys: Set<string>, depth: number): boolean {
  if (isObject(node)) {
    for (const [key] of node.entries) if (keys.add(key).size > MOST_KEYS) return false
    return true
  }
  if (typeof node !== 'object' || node?.kind !== 'array' || depth === MOST_DEPTH) return false
  return node.items.every((item) => collectKeys(item, keys, depth + 1))
}

function fieldOf(node: JsonNode, key: string): JsonNode {
  if (isObject(node)) return getEntry(node, key) ?? null
  return { kind: 'array', items: itemsOf(node).map((item) => fieldOf(item, key)) }
}
