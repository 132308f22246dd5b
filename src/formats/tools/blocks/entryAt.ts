import { getEntry, isObject, type JsonNode } from '../../json/JsonNode'

/** What stands under keys of objects in one another; undefined where one is missing. */
export function entryAt(
  node: JsonNode | undefined,
  ...keys: readonly string[]
): JsonNode | undefined {
  let found = node
  for (const key of keys) found = isObject(found) ? getEntry(found, key) : undefined
  return found
}

/** The text there; undefined for an empty one, and for anything else. */
export function textAt(node: JsonNode | undefined, ...keys: readonly string[]): string | undefined {
  const found = entryAt(node, ...keys)
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}

/** The finite number there; undefined for anything else. */
export function numberAt(
  node: JsonNode | undefined,
  ...keys: readonly string[]
): number | undefined {
  const found = entryAt(node, ...keys)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}
