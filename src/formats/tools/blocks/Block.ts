import { bytesOfBase64 } from '../../../codec/base64'
import { decoded } from '../../elements/decoded'
import { elementType, type ElementType } from '../../elements/ElementType'
import { type FoundArray } from '../../foreign/FoundFile'
import { getEntry, type JsonDocument, type JsonNode, type JsonObject } from '../../json/JsonNode'
import { type Budget } from '../../source/Budget'
import { textsOf } from './textsOf'

/** The largest number of dimensions of an array. */
export const MAX_RANK = 8

/** Nested arrays of numbers in a document. */
export interface Block extends Pick<FoundArray, 'values' | 'dimensions' | 'rowLengths'> {
  /** Number of values that are written as texts. */
  readonly textCount: number
  /** Whole sentences about parts of a table that are not in the block. */
  readonly notices?: readonly string[]
  /** Why its axes may be other ones, unless evidence says which they are. */
  readonly doubt?: string
}

/** One of several blocks at the same place. */
export interface NamedBlock {
  /** Name of the block at its place. Empty if there is only one. */
  readonly name: string
  readonly block: Block
}

const letters: Readonly<Record<string, string>> = { f: 'float', i: 'int', u: 'uint' }

/** Returns the element type for a name such as `f4` or `float32`. */
export function typeOf(name: JsonNode | undefined): ElementType | undefined {
  if (typeof name !== 'string') return undefined
  const [, letter = '', byteCount] = /^<?([fiu])([1248])$/.exec(name) ?? []
  return elementType(byteCount === undefined ? name : `${letters[letter]}${Number(byteCount) * 8}`)
}

/**
 * Returns a typed array in the form of plotly 6: `{dtype: "f4", bdata: base64, shape: "2, 3"}`. Without a shape it has
 * one dimension. Returns undefined for any other object. Throws TensorError (shape) if there are too few bytes.
 */
export function typedBlock(
  object: JsonObject,
  { numbers, budget }: JsonDocument,
): Block | undefined {
  const data = getEntry(object, 'bdata')
  const type = typeOf(getEntry(object, 'dtype'))
  const bytes = typeof data === 'string' ? bytesOfBase64(data) : undefined
  if (bytes === undefined || type === undefined) return undefined
  const shape = getEntry(object, 'shape') ?? String(Math.floor(bytes.length / type.byteCount))
  const texts = typeof shape === 'string' ? shape.split(',') : textsOf(shape, numbers)
  return blockOfBytes(bytes, { type, shape: (texts ?? []).map(Number) }, budget)
}

/**
 * Returns the block of the bytes, or undefined if it would have too many dimensions. Throws TensorError (shape) if
 * there are too few bytes, and (too-large) if they take more memory than the budget allows.
 */
export function blockOfBytes(
  bytes: Uint8Array,
  { type, shape }: { readonly type: ElementType; readonly shape: readonly number[] },
  budget?: Budget,
): Block | undefined {
  if (shape.length > MAX_RANK) return undefined
  const { values } = decoded(bytes, { type, shape }, budget)
  return { values, dimensions: shape.map((size) => ({ size })), textCount: 0 }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const INFINITE = /^[+-]?inf(?:inity)?$/i
const MISSING = /^(?:|[+-]?nan|none|null|n\/?a)$/i

/**
 * Returns the number in a text, also in the form that `str` gives a number of PyTorch: NaN for a missing value,
 * undefined for other texts.
 */
export function numberOfText(text: string): number | undefined {
  // Numbers are shorter, so longer texts are not examined.
  if (text.length > 64) return undefined
  const plain = text.trim().replace(/^tensor\(([^,)]*).*\)$/, '$1')
  if (NUMBER.test(plain)) return Number(plain)
  if (INFINITE.test(plain)) return plain.startsWith('-') ? -Infinity : Infinity
  return MISSING.test(plain) ? NaN : undefined
}
