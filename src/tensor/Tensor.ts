import { ownAxisNames, wordsOf, type Axes } from './Axes'
import { blockIndexOf, partOf, type CellValues, type Numbers } from './CellValues'

/** The token that is compared with the tokens before it. `position` is its 0-based index in the sequence. */
export interface Query {
  readonly label: string
  readonly position: number
  /** Width of the compared hidden states, if it is not the tensor's. Read it through `hiddenSizeOf`. */
  readonly hiddenSize?: number
  /** The model, if it is not the tensor's. Read it through `modelOf`. */
  readonly model?: string
  /** Where the values come from, if not from the tensor's source. Read it through `sourceOf`. */
  readonly source?: string
  /** What was subtracted, if it is not the tensor's. Read it through `differenceOf`. */
  readonly difference?: Difference
}

/** The listed tokens: none, one list shared by all queries, or one list for each query. */
export type TokenLists =
  | { readonly kind: 'none' }
  | { readonly kind: 'shared'; readonly texts: readonly string[] }
  | { readonly kind: 'own'; readonly texts: readonly (readonly string[])[] }

/**
 * A named array of the tensor's shape that goes along with the values, such as counts, norms, or the operands of a
 * difference. It holds a number or a text for each value, at the same index among all of them; NaN and null are
 * missing.
 */
export interface Companion {
  readonly name: string
  readonly values: CellValues | readonly (string | null)[]
}

/** The queries whose values a tensor has subtracted, A − B. Their own values are the companions `A` and `B`. */
export interface Difference {
  readonly a: Operand
  readonly b: Operand
  readonly matched: Matched
  /** False if a column has not the same distance from A and from B, so that its tokens have none; default true. */
  readonly hasDistance?: boolean
}

/** A query of a tensor that was subtracted, by its full name. */
export type Operand = Omit<Query, 'position' | 'difference'>

/**
 * How the columns of two queries were matched: as in an `Alignment`, by the index in the sequence (`position`), or by the
 * number of tokens back from the query.
 */
export type Matched = 'sequence' | 'pieces' | 'text' | 'position' | 'distance'

/** One layer of another tensor, whose queries are the rows. */
export interface AtLayer {
  /** The other tensor. */
  readonly whole: Tensor
  /** 0-based index of the layer in it. */
  readonly layerIndex: number
  /** Whether a column has the tokens at one distance from their queries. */
  readonly hasDistance: boolean
  /** By query: the column of its token 0, which may lie outside the axis. */
  readonly firstColumns: Int32Array
  /** By query: its tokens in the columns of an aligned axis, as in an `Alignment`; absent if columns go by index. */
  readonly starts?: readonly Int32Array[] | undefined
}

/** A value that JSON can hold. Unknown keys of a file are kept in this form. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * A loaded tensor: similarities indexed [query][layer][token], ragged in layers and in tokens. Its storage is like an
 * Arrow list or a TensorFlow ragged tensor: the existing values one after the other, and offsets. Row r (one layer of
 * one query) holds the values `rowOffsets[r] … rowOffsets[r + 1]`, query q holds the rows `queryRows[q] … queryRows[q +
 * 1]`. A row lies within one block. Padding is not stored. NaN is missing, ±Infinity is beyond any domain. Read the
 * values through `rowOf` and `valueAt`, never directly.
 */
export interface Tensor {
  readonly values: CellValues
  readonly rowOffsets: Float64Array
  readonly queryRows: Uint32Array
  /** T, the number of past tokens of each query, at least as long as its longest row. */
  readonly tokenCounts: Uint32Array

  /** Arrays that are shown beside the values, in the order of the file. */
  readonly companions?: readonly Companion[]
  /** What was subtracted; absent if the values are no difference, or those of each query another. */
  readonly difference?: Difference

  readonly queries: readonly Query[]
  /** True if the file itself names queries. Then *distance* is the default axis. */
  readonly hasQueries: boolean
  readonly tokens: TokenLists
  /** Index in the sequence of the first listed token. */
  readonly firstIndex: number
  /** The tokens that a shorter row covers: the first or the last ones of the T tokens. */
  readonly align: 'start' | 'end'
  /** Index of the token of each row's first value; default by `align`. */
  readonly firstTokens?: Uint32Array
  /** Present if the rows are queries. Its tokens are then the columns of their common axis. */
  readonly atLayer?: AtLayer
  /** One label per layer. If absent, the labels are 0, 1, 2 … */
  readonly layerLabels?: readonly (string | number)[]
  /** Texts of special tokens. */
  readonly special: readonly string[]

  /** What queries, layers and tokens are, if they are something else. */
  readonly axes: Axes

  readonly title?: string
  /** Label of the color bar. */
  readonly metric: string
  readonly model?: string
  readonly source?: string
  /** Width of the compared hidden states. */
  readonly hiddenSize?: number
  /** The `view` of the file, not validated; `View.ts` reads it. */
  readonly view?: JsonValue
  /** Unknown keys of the document in their order. An export writes them back. */
  readonly extra: readonly (readonly [key: string, value: JsonValue])[]
  /**
   * Unknown keys of the query objects, by query. The array may be shorter than `queries`, and its entries may be empty.
   */
  readonly queryExtra: readonly (readonly (readonly [key: string, value: JsonValue])[])[]
}

/** One layer of one query: the tokens that it covers and the place of their values. Lengths are in cells. */
export interface Row {
  /** The block that holds the values of the row. */
  readonly values: Numbers
  /** Index of that block in the tensor's values. */
  readonly block: number
  /** Index in the block of the first covered token's value. */
  readonly offset: number
  /** 0-based index, among the T tokens of the query, of the first value's token. */
  readonly firstToken: number
  readonly length: number
}

/** Returns the number of layers of a query. */
export function layerCountOf(tensor: Tensor, queryIndex: number): number {
  return at(tensor.queryRows, queryIndex + 1) - at(tensor.queryRows, queryIndex)
}

/** Returns the largest number of layers of any query. */
export function maxLayerCount(tensor: Tensor): number {
  return tensor.queries.reduce((max, _, q) => Math.max(max, layerCountOf(tensor, q)), 0)
}

/** Returns T, the number of past tokens of a query. */
export function tokenCountOf(tensor: Tensor, queryIndex: number): number {
  return at(tensor.tokenCounts, queryIndex)
}

/** Returns the row of a layer. If the query does not have the layer, the row is empty. */
export function rowOf(tensor: Tensor, queryIndex: number, layerIndex: number): Row {
  if (layerIndex < 0 || layerIndex >= layerCountOf(tensor, queryIndex)) {
    return EMPTY_ROW
  }
  const row = at(tensor.queryRows, queryIndex) + layerIndex
  const start = at(tensor.rowOffsets, row)
  const length = at(tensor.rowOffsets, row + 1) - start
  const firstToken =
    tensor.firstTokens?.[row] ??
    (tensor.align === 'start' ? 0 : tokenCountOf(tensor, queryIndex) - length)
  const block = blockIndexOf(tensor.values, start)
  const values = tensor.values.blocks[block] ?? EMPTY_ROW.values
  return { values, block, offset: start - at(tensor.values.starts, block), firstToken, length }
}

/** Returns the length of the longest row of a query, in cells. */
export function longestRow({ rowOffsets, queryRows }: Tensor, queryIndex: number): number {
  let longest = 0
  const end = at(queryRows, queryIndex + 1)
  for (let row = at(queryRows, queryIndex); row < end; row++) {
    longest = Math.max(longest, at(rowOffsets, row + 1) - at(rowOffsets, row))
  }
  return longest
}

/** A row without cells, for a layer that the query does not have. */
export const EMPTY_ROW: Row = {
  values: new Float64Array(),
  block: 0,
  offset: 0,
  firstToken: 0,
  length: 0,
}

/** Returns the values of a row as a view, not a copy. */
export function valuesOfRow({ values, offset, length }: Row): Numbers {
  return values.subarray(offset, offset + length)
}

/**
 * Returns the similarity of a cell: NaN if it is missing, undefined if it is padding (the row does not cover the token,
 * or the token or layer does not exist).
 */
export function valueAt(
  tensor: Tensor,
  queryIndex: number,
  layerIndex: number,
  tokenIndex: number,
): number | undefined {
  const { values, offset, firstToken, length } = rowOf(tensor, queryIndex, layerIndex)
  const k = tokenIndex - firstToken
  return k >= 0 && k < length ? values[offset + k] : undefined
}

/** Returns the index among all values of a row's first value. */
export function startOfRow({ values }: Tensor, { block, offset }: Row): number {
  return (values.starts[block] ?? 0) + offset
}

/** Returns the values of a query, row after row, as views, not copies. */
export function valuesOfQuery(tensor: Tensor, queryIndex: number): CellValues {
  const first = at(tensor.queryRows, queryIndex)
  const last = at(tensor.queryRows, queryIndex + 1)
  return partOf(tensor.values, at(tensor.rowOffsets, first), at(tensor.rowOffsets, last))
}

/** Returns the text of a past token as the tokenizer gave it, or undefined if the file lists no text for it. */
export function tokenText(
  tensor: Tensor,
  queryIndex: number,
  tokenIndex: number,
): string | undefined {
  if (tokenIndex < 0 || tokenIndex >= tokenCountOf(tensor, queryIndex)) return undefined
  const { tokens } = tensor
  if (tokens.kind === 'none') return undefined
  return tokens.kind === 'shared'
    ? tokens.texts[tokenIndex]
    : tokens.texts[queryIndex]?.[tokenIndex]
}

/** Returns the 0-based index of a token in the sequence. */
export function sequenceIndex(tensor: Tensor, tokenIndex: number): number {
  return tensor.firstIndex + tokenIndex
}

/** Returns how many tokens a token lies before the query; 1 is the token directly before it. */
export function distanceOf(tensor: Tensor, queryIndex: number, tokenIndex: number): number {
  return queryOf(tensor, queryIndex).position - sequenceIndex(tensor, tokenIndex)
}

/** Whether the tokens of a query have a distance from it that may be stated. */
export function hasDistances(tensor: Tensor, queryIndex: number): boolean {
  return wordsOf(tensor).hasDistance && differenceOf(tensor, queryIndex)?.hasDistance !== false
}

/** Returns a query. Throws RangeError if the tensor does not have it. */
export function queryOf(tensor: Tensor, queryIndex: number): Query {
  const query = tensor.queries[queryIndex]
  if (query === undefined) {
    throw new RangeError(`no query ${queryIndex}: the tensor has ${tensor.queries.length}`)
  }
  return query
}

/** Returns the width of the hidden states that a query was compared with: its own, or else the tensor's. */
export function hiddenSizeOf(
  { queries, hiddenSize }: Pick<Tensor, 'queries' | 'hiddenSize'>,
  queryIndex: number,
): number | undefined {
  return queries[queryIndex]?.hiddenSize ?? hiddenSize
}

/** Returns the model of a query: its own, or else the tensor's. */
export function modelOf({ queries, model }: Tensor, queryIndex: number): string | undefined {
  return queries[queryIndex]?.model ?? model
}

/** Returns where the values of a query come from: its own source, or else the tensor's. */
export function sourceOf({ queries, source }: Tensor, queryIndex: number): string | undefined {
  return queries[queryIndex]?.source ?? source
}

/** Returns what was subtracted for a query: its own difference, or else the tensor's; undefined if there is none. */
export function differenceOf(
  { queries, difference }: Pick<Tensor, 'queries' | 'difference'>,
  queryIndex: number,
): Difference | undefined {
  return queries[queryIndex]?.difference ?? difference
}

/** Whether the label of a query is from the file, or that of a meta token, so that a sentence may name it. */
export function namesQuery({ hasQueries, axes }: Tensor): boolean {
  return hasQueries || ownAxisNames(axes) === undefined
}

/** Returns the label of a layer that the axis shows. */
export function layerLabel(tensor: Tensor, layerIndex: number): string {
  return String(tensor.layerLabels?.[layerIndex] ?? layerIndex)
}

/** Returns `array[i]`. Throws if there is no such index. */
function at(array: Float64Array | Uint32Array, index: number): number {
  const value = array[index]
  if (value === undefined) throw new RangeError(`index ${index} of ${array.length}`)
  return value
}
