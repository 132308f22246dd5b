import { type JsonValue } from '../../tensor/Tensor'

/** An innermost array of numbers, at least one: a stretch of the document's number store, in cells. */
export interface NumericRow {
  readonly kind: 'row'
  readonly start: number
  readonly length: number
}

/** Every other array. */
export interface JsonArray {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
}

/** Entries in the order of the file, integer-like and repeated keys included. */
export interface JsonObject {
  readonly kind: 'object'
  readonly entries: readonly (readonly [key: string, node: JsonNode])[]
}

/** A value of a scanned document. Bare NaN and ±Infinity are numbers. */
export type JsonNode = null | boolean | number | string | NumericRow | JsonArray | JsonObject

export interface JsonDocument {
  readonly root: JsonNode
  /** What `NumericRow` points into; null and NaN are NaN. */
  readonly numbers: Float64Array
}

export function isObject(node: JsonNode | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && node.kind === 'object'
}

/** What an array that is no row of numbers holds; nothing for any other node. */
export function itemsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return typeof node === 'object' && node !== null && node.kind === 'array' ? node.items : []
}

/** The value of a key; of repeated keys the last one, as JSON.parse has it. Undefined: no such key. */
export function getEntry(object: JsonObject, key: string): JsonNode | undefined {
  return object.entries.findLast(([name]) => name === key)?.[1]
}

/** Entries without repetitions: each key once, where it first stood, with its last value. */
export function distinctEntries(object: JsonObject): (readonly [string, JsonNode])[] {
  return [...new Map(object.entries)]
}

/** A node as JSON.parse would give it; NaN, which JSON does not have, becomes null. */
export function plainOf(node: JsonNode, numbers: Float64Array): JsonValue {
  if (typeof node === 'number') return Number.isNaN(node) ? null : node
  if (typeof node !== 'object' || node === null) return node
  if (node.kind === 'row') {
    const row = numbers.subarray(node.start, node.start + node.length)
    return Array.from(row, (value) => (Number.isNaN(value) ? null : value))
  }
  if (node.kind === 'array') return node.items.map((item) => plainOf(item, numbers))
  // fromEntries defines properties, so that a key named __proto__ is a key like any other.
  return Object.fromEntries(node.entries.map(([key, value]) => [key, plainOf(value, numbers)]))
}
