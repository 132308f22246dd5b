import {
  getEntry,
  isObject,
  itemsOf,
  type JsonArray,
  type JsonNode,
  type JsonObject,
} from '../json/JsonNode'

/** The largest number of keys that count as fields of all objects. */
const MOST_KEYS = 64

/** The largest number of nested arrays around the objects. */
const MOST_DEPTH = 4

/**
 * Returns an array of objects, or of arrays of objects, as one object of arrays. It has the fields of all objects, and
 * each field is nested like the objects. If an object lacks a field, the value is null. Returns undefined if anything
 * else is among the objects.
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
