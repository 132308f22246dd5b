import { type JsonValue } from '../../tensor/Tensor'
import { type Budget } from '../source/Budget'

/**
 * An innermost array of numbers, at least one, as a range of the document's number store. `start` and `length` are in
 * cells.
 */
export interface NumericRow {
  readonly kind: 'row'
  readonly start: number
  readonly length: number
}

/** Any array that is not a `NumericRow`. */
export interface JsonArray {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
}

/** An object. Its entries are in the order of the file, including integer-like and repeated keys. */
export interface JsonObject {
  readonly kind: 'object'
  readonly entries: readonly (readonly [key: string, node: JsonNode])[]
}

/** A value of a scanned document. NaN and ±Infinity without quotes are numbers. */
export type JsonNode = null | boolean | number | string | NumericRow | JsonArray | JsonObject

/** A scanned document. */
export interface JsonDocument {
  readonly root: JsonNode
  /** The numbers of all rows (see `NumericRow`). Null and NaN are NaN. */
  readonly numbers: Float64Array
  /** True if a whole number beyond 2^53 among them was rounded. */
  readonly hasRounded?: boolean
  /** Budget of the file, for arrays that are packed in its texts. Default: that of a file of unknown size. */
  readonly budget?: Budget
}

/** Whether a node is an object, not an array or a row. */
export function isObject(node: JsonNode | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && node.kind === 'object'
}

/** Returns the items of an array that is not a row of numbers. For any other node, the list is empty. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return typeof node === 'object' && node !== null && node.kind === 'array' ? node.items : []
}

/**
 * Returns the value of a key, or undefined if there is no such key. Of repeated keys it takes the last one, as
 * JSON.parse does.
 */
export function getEntry(object: JsonObject, key: string): JsonNode | undefined {
  const { entries } = object
  if (entries.length <= FEW_ENTRIES) return entries.findLast(([name]) => name === key)?.[1]
  const known = indexes.get(object)
  if (known !== undefined) return known.get(key)
  const index = new Map(entries)
  indexes.set(object, index)
  return index.get(key)
}

/** Number of entries up to which a search takes no longer than an index. */
const FEW_ENTRIES = 32

/** The last value of each key of the objects with many entries, so that looking up every key takes linear time. */
const indexes = new WeakMap<JsonObject, ReadonlyMap<string, JsonNode>>()

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

/** Returns each key once, at its first place, with its last value. */
export function distinctEntries(object: JsonObject): (readonly [string, JsonNode])[] {
  return [...new Map(object.entries)]
}

/** Returns the value that JSON.parse would give for a node. NaN, which JSON does not have, becomes null. */
export function plainOf(node: JsonNode, numbers: Float64Array): JsonValue {
  if (typeof node === 'number') return Number.isNaN(node) ? null : node
  if (typeof node !== 'object' || node === null) return node
  if (node.kind === 'row') {
    const row = numbers.subarray(node.start, node.start + node.length)
    return Array.from(row, (value) => (Number.isNaN(value) ? null : value))
  }
  if (node.kind === 'array') return node.items.map((item) => plainOf(item, numbers))
  // `fromEntries` defines properties, so that a key named __proto__ is an ordinary key.
  return Object.fromEntries(node.entries.map(([key, value]) => [key, plainOf(value, numbers)]))
}

/** Returns an array of any nodes. Rows of numbers are made by `rowNode`. */
export function arrayNode(items: readonly JsonNode[]): JsonArray {
  return { kind: 'array', items }
}

/** Returns a row of the document's numbers, or an empty array if `length` is 0. */
export function rowNode(start: number, length: number): JsonNode {
  return length === 0 ? arrayNode([]) : { kind: 'row', start, length }
}

/** Returns the rows of the given lengths, which begin with the first of the document's numbers and have no gaps. */
export function rowNodes(lengths: Iterable<number>): JsonNode[] {
  let start = 0
  return Array.from(lengths, (length) => {
    start += length
    return rowNode(start - length, length)
  })
}

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
