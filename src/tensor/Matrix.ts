import { type Permutation } from './Permutation'
import { queryOf, layerCountOf, maxLayerCount, tokenCountOf, valueAt, type Tensor } from './Tensor'

/** `position`: first token at the left. `distance`: column k is the token k before the query. */
export type Axis = 'position' | 'distance'

/**
 * How token texts are read: as given, with white space visible, or as pieces of a tokenizer (byte-level BPE,
 * SentencePiece, WordPiece).
 */
export type LabelMode = 'given' | 'visible' | 'bpe' | 'sentencepiece' | 'wordpiece'

/** How wide the rectangle is: as the longest row of this query's past, or of all queries. */
export type MatrixWidth = 'query' | 'all'

/**
 * One query's layer × token rectangle as displayed, after padding. Nothing is copied: column c shows
 * token `firstToken + c * step` and row r layer r, unless they have an order of their own; a cell without a value is
 * padding. `tokenOfColumn`, `columnOfToken`, `layerOfRow` and `rowOfLayer` are the only ways between the two.
 */
export interface Matrix {
  readonly tensor: Tensor
  readonly queryIndex: number
  readonly axis: Axis
  readonly layerCount: number
  readonly columnCount: number
  /** T of the query: tokens 0 … T − 1 exist. */
  readonly tokenCount: number
  /** Token shown in column 0; outside 0 … T − 1 when that column is padding. */
  readonly firstToken: number
  readonly step: 1 | -1
  /** Default `visible`. */
  readonly labels?: LabelMode
  /** Of the query's tokens: columns that have none come last. */
  readonly tokenOrder?: Permutation
  /** Of the query's layers: those that only other queries have come last. */
  readonly layerOrder?: Permutation
}

/** In what order a matrix has its tokens and its layers, where that is not the sequence. */
export type Orders = Pick<Matrix, 'tokenOrder' | 'layerOrder'>

/** A column's number on the axis: the sequence index (position) or the tokens back (distance). */
export interface ColumnRange {
  readonly first: number
  readonly last: number
}

export function matrixOf(
  tensor: Tensor,
  queryIndex: number,
  axis: Axis,
  width: MatrixWidth,
): Matrix {
  const { position } = queryOf(tensor, queryIndex)
  const range = columnRange(tensor, queryIndex, axis, width)
  return {
    tensor,
    queryIndex,
    axis,
    layerCount: width === 'all' ? maxLayerCount(tensor) : layerCountOf(tensor, queryIndex),
    columnCount: range === undefined ? 0 : range.last - range.first + 1,
    tokenCount: tokenCountOf(tensor, queryIndex),
    firstToken:
      axis === 'position'
        ? 0
        : position - tensor.firstIndex - (range === undefined ? 1 : range.first),
    step: axis === 'position' ? 1 : -1,
  }
}

/** The token of a column, 0-based in the query's list; may lie outside 0 … T − 1 (padding). */
export function tokenOfColumn(matrix: Matrix, columnIndex: number): number {
  const { firstToken, step, tokenOrder, tokenCount } = matrix
  if (tokenOrder === undefined) return firstToken + columnIndex * step
  const token = tokenOrder.items[columnIndex]
  if (token !== undefined) return token
  // What stands before the tokens in the sequence is moved behind them.
  const column = columnIndex - tokenCount
  return firstToken + (column < leadingPadding(matrix) ? column : columnIndex) * step
}

export function columnOfToken(matrix: Matrix, tokenIndex: number): number {
  const { firstToken, step, tokenOrder, tokenCount } = matrix
  const place = tokenOrder?.places[tokenIndex]
  if (place !== undefined) return place
  // A product would make the first column −0.
  const column = step === 1 ? tokenIndex - firstToken : firstToken - tokenIndex
  return tokenOrder !== undefined && column < leadingPadding(matrix) ? column + tokenCount : column
}

/** Columns of padding that stand before the tokens in the sequence: tokens of other queries only. */
function leadingPadding({ firstToken, step, tokenCount }: Matrix): number {
  return step === 1 ? -firstToken : firstToken - tokenCount + 1
}

/** The layer of a row, 0-based; rows count from where layer 0 is without an order. */
export function layerOfRow({ layerOrder }: Matrix, rowIndex: number): number {
  return layerOrder?.items[rowIndex] ?? rowIndex
}

export function rowOfLayer({ layerOrder }: Matrix, layerIndex: number): number {
  return layerOrder?.places[layerIndex] ?? layerIndex
}

/** Whether a column has a token of the query's own past. */
export function hasToken(matrix: Matrix, columnIndex: number): boolean {
  const token = tokenOfColumn(matrix, columnIndex)
  return token >= 0 && token < matrix.tokenCount
}

/** The cell's similarity; NaN = missing, undefined = padding. Indices as displayed. */
export function cellAt(matrix: Matrix, rowIndex: number, columnIndex: number): number | undefined {
  const { tensor, queryIndex } = matrix
  return valueAt(
    tensor,
    queryIndex,
    layerOfRow(matrix, rowIndex),
    tokenOfColumn(matrix, columnIndex),
  )
}

function columnRange(
  tensor: Tensor,
  queryIndex: number,
  axis: Axis,
  width: MatrixWidth,
): ColumnRange | undefined {
  if (width === 'query') return queryRange(tensor, queryIndex, axis)
  let first = Infinity
  let last = -Infinity
  for (let q = 0; q < tensor.queries.length; q++) {
    const range = queryRange(tensor, q, axis)
    if (range === undefined) continue
    first = Math.min(first, range.first)
    last = Math.max(last, range.last)
  }
  return first <= last ? { first, last } : undefined
}

/** Sequence indices or distances that a query's past covers; undefined where it has no past. */
function queryRange(tensor: Tensor, queryIndex: number, axis: Axis): ColumnRange | undefined {
  const count = tokenCountOf(tensor, queryIndex)
  if (count === 0) return undefined
  if (axis === 'position') return { first: tensor.firstIndex, last: tensor.firstIndex + count - 1 }
  const farthest = queryOf(tensor, queryIndex).position - tensor.firstIndex
  return { first: farthest - count + 1, last: farthest }
}
