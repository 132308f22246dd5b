import { type ElementType } from './ElementType'

/** Numbers of an array file. */
export interface NumberContent {
  readonly kind: 'numbers'
  /** Row-major. */
  readonly values: Float64Array | Float32Array
  /** Outermost first; empty for a single number. */
  readonly shape: readonly number[]
  readonly type: ElementType
}

/** Texts of an array file. */
export interface TextContent {
  readonly kind: 'texts'
  /** Row-major. */
  readonly texts: readonly string[]
  readonly shape: readonly number[]
}

/** What stands in an array file under one name, before it is known what it is there for. */
export type Content = NumberContent | TextContent

/** Contents by their names in the file, such as `cos` and `tokens`. */
export interface NamedContent {
  readonly name: string
  readonly content: Content
}

export function textContent(texts: readonly string[]): TextContent {
  return { kind: 'texts', texts, shape: [texts.length] }
}
