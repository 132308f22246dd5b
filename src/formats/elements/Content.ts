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
export interface TextContent {
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

export function textContent(texts: readonly string[]): TextContent {
  return { kind: 'texts', texts, shape: [texts.length] }
}
