import { isTensorError } from '../../tensor/TensorError'
import { type ElementType } from './ElementType'

/** Numbers in an array file, as one array. */
export interface NumberContent {
  readonly kind: 'numbers'
  /** Values, row-major. */
  readonly values: Float64Array | Float32Array
  /** Length of each dimension, outermost first. Empty for a single number. */
  readonly shape: readonly number[]
  readonly type: ElementType
}

/** Texts in an array file, as one array. */
interface TextContent {
  readonly kind: 'texts'
  /** Texts, row-major. */
  readonly texts: readonly string[]
  readonly shape: readonly number[]
}

/** The content of an array file under one name. Its role is not determined yet. */
export type Content = NumberContent | TextContent

/** A content with its name in the file, such as `cos` or `tokens`. */
export interface NamedContent {
  readonly name: string
  readonly content: Content
}

/** The largest number of dimensions in NumPy. */
const MOST_DIMENSIONS = 64

/**
 * Returns the number of cells of an array of this shape. Returns NaN if a length is not a whole number, or if the cells
 * are too many to count exactly.
 */
export function cellCountOf(shape: readonly number[]): number {
  const isWhole = shape.every((size) => Number.isSafeInteger(size) && size >= 0)
  const count = shape.reduce((product, size) => product * size, 1)
  return isWhole && Number.isSafeInteger(count) && shape.length <= MOST_DIMENSIONS ? count : NaN
}

/** Returns the text of a shape: `12 × 15`; `1` for a single number. */
export function shapeText(shape: readonly number[]): string {
  if (shape.length <= MOST_SHOWN) return shape.join(' × ') || '1'
  return `${shape.slice(0, MOST_SHOWN).join(' × ')} × … (${shape.length} dimensions)`
}

/** Number of dimensions that a sentence names. */
const MOST_SHOWN = 8

/** The contents of a file that could be read, and whole sentences about those that could not. */
export interface ReadableContents {
  readonly contents: readonly NamedContent[]
  readonly notices: readonly string[]
}

/** Number of contents that get a sentence of their own. */
const MOST_NOTICES = 3

/**
 * Returns the contents that could be read. Each is read by itself, so that one of an unknown kind does not affect the
 * others. If none could be read, throws the first error. Throws every error other than `unsupported` at once, because
 * it concerns the whole file.
 */
export function readableContents<Item extends { readonly name: string }>(
  items: readonly Item[],
  read: (item: Item) => Content,
): ReadableContents {
  const contents: NamedContent[] = []
  const notices: string[] = []
  let first: unknown
  for (const item of items) {
    try {
      contents.push({ name: item.name, content: read(item) })
    } catch (error) {
      if (!isTensorError(error) || error.tag !== 'unsupported') throw error
      first ??= error
      notices.push(`${item.name} was left out: ${error.message} ${error.problem.advice}`)
    }
  }
  if (contents.length === 0 && first !== undefined) throw first
  return { contents, notices: notices.slice(0, MOST_NOTICES) }
}
