import { blockOf, partOf, type CellValues, type Numbers } from './CellValues'

/** The token that looks back. `position` is its index in the sequence (0 = first of the sequence). */
export interface Query {
  readonly label: string
  readonly position: number
}

/** The listed tokens: none, one list shared by all queries, or one list for each query. */
export type TokenLists =
  | { readonly kind: 'none' }
  | { readonly kind: 'shared'; readonly texts: readonly string[] }
  | { readonly kind: 'own'; readonly texts: readonly (readonly string[])[] }

/** Values that JSON can hold; what is kept of unknown keys. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * What was loaded: similarities indexed [query][layer][token], ragged in token and in layer.
 *
 * Storage is that of an Arrow list or a TensorFlow ragged tensor: the values that exist, one after the other, and
 * offsets. Row r (one layer of one query) holds the values `rowOffsets[r] … rowOffsets[r + 1]`, query q holds the rows
 * `queryRows[q] … queryRows[q + 1]`. A row is whole in one block. Padding is not stored. NaN is missing, ±Infinity is
 * beyond any domain. Read it through `rowOf` and `valueAt`, never raw.
 */
export interface Tensor {
  readonly values: CellValues
  readonly rowOffsets: Float64Array
  readonly queryRows: Uint32Array
  /** Number of past tokens of each query (T), at least as long as its longest row. */
  readonly tokenCounts: Uint32Array

  readonly queries: readonly Query[]
  /** True where the file itself names queries: then *distance* is the natural axis. */
  readonly hasQueries: boolean
  readonly tokens: TokenLists
  /** Index in the sequence of the first listed token. */
  readonly firstIndex: number
  /** Which of the T tokens a shorter row covers: the first ones or the last. */
  readonly align: 'start' | 'end'
  /** One label per layer; absent = 0, 1, 2 … */
  readonly layerLabels?: readonly (string | number)[]
  /** Texts of special tokens. */
  readonly special: readonly string[]

  readonly title?: string
  /** What the color bar is labelled with. */
  readonly metric: string
  readonly model?: string
  readonly source?: string
  /** Width of the compared states. */
  readonly hiddenSize?: number
  /** The file's `view`, as it stands there; `View.ts` reads it. */
  readonly view?: JsonValue
  /** Unknown keys of the document, in their order, written back on export. */
  readonly extra: readonly (readonly [key: string, value: JsonValue])[]
  /**
   * Unknown keys of query objects, by query; shorter than `queries` or with empty entries where there are none.
   */
  readonly queryExtra: readonly (readonly (readonly [key: string, value: JsonValue])[])[]
}

/** One layer of one query: which tokens it covers and where their values start. Lengths in cells. */
export interface Row {
  /** The block that holds the row's values. */
  readonly values: Numbers
  /** Index of that block in the tensor's values. */
  readonly block: number
  /** Index into the block of the first covered token's value. */
  readonly offset: number
  /** 0-based token (within the query's T) of the first value. */
  readonly firstToken: number
  readonly length: number
}

export function layerCountOf(tensor: Tensor, queryIndex: number): number {
  return at(tensor.queryRows, queryIndex + 1) - at(tensor.queryRows, queryIndex)
}

/** The largest layer count of any query. */
export function maxLayerCount(tensor: Tensor): number {
  return tensor.queries.reduce((max, _, q) => Math.max(max, layerCountOf(tensor, q)), 0)
}

/** T, the number of past tokens of a query. */
export function tokenCountOf(tensor: Tensor, queryIndex: number): number {
  return at(tensor.tokenCounts, queryIndex)
}

/** The row of a layer; a layer that the query does not have is an empty row. */
export function rowOf(tensor: Tensor, queryIndex: number, layerIndex: number): Row {
  if (layerIndex < 0 || layerIndex >= layerCountOf(tensor, queryIndex)) {
    return EMPTY_ROW
  }
  const row = at(tensor.queryRows, queryIndex) + layerIndex
  const start = at(tensor.rowOffsets, row)
  const length = at(tensor.rowOffsets, row + 1) - start
  const firstToken = tensor.align === 'start' ? 0 : tokenCountOf(tensor, queryIndex) - length
  const block = blockOf(tensor.values, start)
  const values = tensor.values.blocks[block] ?? EMPTY_ROW.values
  return { values, block, offset: start - at(tensor.values.starts, block), firstToken, length }
}

/** A row without cells, as a layer has that the query does not have. */
export const EMPTY_ROW: Row = {
  values: new Float64Array(),
  block: 0,
  offset: 0,
  firstToken: 0,
  length: 0,
}

/** The values of a row: a view, not a copy. */
export function valuesOfRow({ values, offset, length }: Row): Numbers {
  return values.subarray(offset, offset + length)
}

/**
 * The similarity of a cell: NaN where it is missing, undefined where it is padding (the row does not
 * cover the token, or there is no such token or layer).
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

/** The values of a query, all its rows one after the other: views, not copies. */
export function valuesOfQuery(tensor: Tensor, queryIndex: number): CellValues {
  const first = at(tensor.queryRows, queryIndex)
  const last = at(tensor.queryRows, queryIndex + 1)
  return partOf(tensor.values, at(tensor.rowOffsets, first), at(tensor.rowOffsets, last))
}

/** The text of a past token as the tokenizer gave it, or undefined where the file lists none. */
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

/** Index of a token in the sequence. */
export function sequenceIndex(tensor: Tensor, tokenIndex: number): number {
  return tensor.firstIndex + tokenIndex
}

/** How many tokens before the query a token is; 1 is the one just before it. */
export function distanceOf(tensor: Tensor, queryIndex: number, tokenIndex: number): number {
  return queryOf(tensor, queryIndex).position - sequenceIndex(tensor, tokenIndex)
}

export function queryOf(tensor: Tensor, queryIndex: number): Query {
  const query = tensor.queries[queryIndex]
  if (query === undefined) {
    throw new RangeError(`no query ${queryIndex}: the tensor has ${tensor.queries.length}`)
  }
  return query
}

/** The label of a layer as the axis shows it. */
export function layerLabel(tensor: Tensor, layerIndex: number): string {
  return String(tensor.layerLabels?.[layerIndex] ?? layerIndex)
}

/** `array[i]` for an index that is known to exist; checked, so that a wrong one is loud. */
function at(array: Float64Array | Uint32Array, index: number): number {
  const value = array[index]
  if (value === undefined) throw new RangeError(`index ${index} of ${array.length}`)
  return value
}
