import { getEntry, isObject, type JsonNode } from '../../json/JsonNode'

/** Returns the value under the keys of nested objects, or undefined if a key is missing. */
export function entryAt(
  node: JsonNode | undefined,
  ...keys: readonly string[]
): JsonNode | undefined {
  let found = node
  for (const key of keys) found = isObject(found) ? getEntry(found, key) : undefined
  return found
}

/** Returns the text at that place, or undefined if it is empty or not a text. */
export function textAt(node: JsonNode | undefined, ...keys: readonly string[]): string | undefined {
  const found = entryAt(node, ...keys)
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}

/** Returns the number at that place, or undefined if it is not a finite number. */
export function numberAt(
  node: JsonNode | undefined,
  ...keys: readonly string[]
): number | undefined {
  const found = entryAt(node, ...keys)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}
