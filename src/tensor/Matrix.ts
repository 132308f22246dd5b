import { columnOf, tokenIn, tokensIn, type Alignment, type ColumnStarts } from './Alignment'
import { wordsOf } from './Axes'
import {
  queryOf,
  layerCountOf,
  maxLayerCount,
  rowOf,
  tokenCountOf,
  type Row,
  type Tensor,
} from './Tensor'

/**
 * `position`: the first token is at the left. `distance`: column k is the token k before the query. `aligned`: all
 * queries have the same columns, in which their equal tokens stand.
 */
export type Axis = 'position' | 'distance' | 'aligned'

/**
 * The form in which token texts are shown: as given, with visible white space, or decoded from the pieces of a tokenizer (byte-level
 * BPE, SentencePiece, WordPiece).
 */
export type LabelMode = 'given' | 'visible' | 'bpe' | 'sentencepiece' | 'wordpiece'

/**
 * Width of the rectangle: the length of this query's past, or the longest past of all queries, or of some, given by their
 * indices.
 */
export type MatrixWidth = 'query' | 'all' | readonly number[]

/**
 * The layer × token rectangle of one query as displayed, with padding. No values are copied: column c shows token
 * `firstToken + c * step` and row r shows layer r, unless the tokens or layers are reordered. A cell without a value is
 * padding. Convert between displayed and stored indices only with `tokenOfColumn`, `columnOfToken`, `layerOfRow` and
 * `rowOfLayer`.
 */
export interface Matrix {
  readonly tensor: Tensor
  readonly queryIndex: number
  readonly axis: Axis
  readonly layerCount: number
  readonly columnCount: number
  /** T, the number of past tokens of the query. Their indices are 0 … T − 1. */
  readonly tokenCount: number
  /** Index of the token in column 0. If it is outside 0 … T − 1, the column is padding. */
  readonly firstToken: number
  readonly step: 1 | -1
  /** The form in which token texts are shown. Default `visible`. */
  readonly labels?: LabelMode
  /** Order of the query's tokens. Columns without a token come last. */
  readonly tokenOrder?: Permutation
  /** Order of the query's layers. Layers that only other queries have come last. */
  readonly layerOrder?: Permutation
  /** The columns of all queries; present if the axis is `aligned`. */
  readonly alignment?: Alignment
  /** The query's tokens in the columns of the alignment; absent if the tokens go by index. */
  readonly starts?: ColumnStarts
  /** Order of the columns of `starts`, if the tokens have one. Columns without a token come last. */
  readonly columnOrder?: Permutation
}

/** The range of column numbers on the axis: sequence indices (position) or tokens before the query (distance). */
export interface ColumnRange {
  readonly first: number
  readonly last: number
}

/**
 * Returns the matrix of a query in the order of the file. Columns that have no distance from the query are by position.
 * Throws RangeError if the tensor does not have the query.
 */
export function matrixOf(
  tensor: Tensor,
  queryIndex: number,
  wanted: Axis,
  width: MatrixWidth,
): Matrix {
  const { position } = queryOf(tensor, queryIndex)
  const axis = axisOf(tensor, wanted)
  // An aligned axis has the columns of all queries, but the layers of one.
  const range = columnRange(tensor, queryIndex, axis, axis === 'aligned' ? 'all' : width)
  return {
    tensor,
    queryIndex,
    axis,
    layerCount: rowCount(
      tensor,
      queryIndex,
      axis === 'aligned' && width === 'all' ? 'query' : width,
    ),
    columnCount: range === undefined ? 0 : range.last - range.first + 1,
    tokenCount: tokenCountOf(tensor, queryIndex),
    firstToken:
      axis === 'distance'
        ? position - tensor.firstIndex - (range === undefined ? 1 : range.first)
        : 0,
    step: axis === 'distance' ? -1 : 1,
  }
}

function rowCount(tensor: Tensor, queryIndex: number, width: MatrixWidth): number {
  if (width === 'all') return maxLayerCount(tensor)
  const queries = width === 'query' ? [queryIndex] : width
  return Math.max(...queries.map((query) => layerCountOf(tensor, query)))
}

/** Returns the axis that a tensor can have: only tokens have a distance, and only several queries can be aligned. */
function axisOf(tensor: Tensor, wanted: Axis): Axis {
  const isPossible =
    wanted === 'distance'
      ? wordsOf(tensor).hasDistance
      : tensor.queries.length > 1 || tensor.atLayer !== undefined
  return isPossible ? wanted : 'position'
}

/**
 * Returns the token of a column, as a 0-based index in the query's list; of several, the first. If the column has none,
 * it may lie outside 0 … T − 1.
 */
export function tokenOfColumn(matrix: Matrix, columnIndex: number): number {
  const { firstToken, step, tokenOrder, tokenCount, starts } = matrix
  if (starts !== undefined) return tokenIn(starts, alignedColumn(matrix, columnIndex))
  if (tokenOrder === undefined) return firstToken + columnIndex * step
  const token = tokenOrder.items[columnIndex]
  if (token !== undefined) return token
  // Columns of padding before the tokens are moved behind them.
  const column = columnIndex - tokenCount
  return firstToken + (column < leadingPadding(matrix) ? column : columnIndex) * step
}

/** Returns the column of the alignment that is displayed as a column. */
export function alignedColumn({ columnOrder }: Matrix, columnIndex: number): number {
  return columnOrder?.items[columnIndex] ?? columnIndex
}

/**
 * Returns the first of the tokens of `count` columns, which follow each other in the query's list; some of them may not
 * exist. If the tokens are reordered, `count` must be 1: neighbors in a reordered matrix are not neighbors in the file.
 */
export function firstTokenIn(matrix: Matrix, columnIndex: number, count: number): number {
  const { starts, step } = matrix
  if (starts !== undefined) return starts[alignedColumn(matrix, columnIndex)] ?? 0
  // The lowest of the columns' tokens, in either direction of the axis.
  return tokenOfColumn(matrix, step === 1 ? columnIndex : columnIndex + count - 1)
}

/** Returns the number of these tokens. */
export function tokenCountIn(matrix: Matrix, columnIndex: number, count: number): number {
  const { starts } = matrix
  if (starts === undefined) return count
  const column = alignedColumn(matrix, columnIndex)
  return (starts[column + count] ?? 0) - (starts[column] ?? 0)
}

/** Returns the tokens of the columns from `first` up to `end` (exclusive); some of them may not exist. */
export function tokensOfColumns(matrix: Matrix, first: number, end: number): readonly number[] {
  const tokens: number[] = []
  for (let column = first; column < end; column++) {
    const token = firstTokenIn(matrix, column, 1)
    for (let k = 0; k < tokenCountIn(matrix, column, 1); k++) tokens.push(token + k)
  }
  return tokens
}

/** Returns true if a query does not have a column of the axis that all queries share. */
export function isUnaligned(matrix: Matrix, columnIndex: number): boolean {
  const { starts } = matrix
  return starts !== undefined && tokensIn(starts, alignedColumn(matrix, columnIndex)) === 0
}

/** Returns the column of one of the query's past tokens. */
export function columnOfToken(matrix: Matrix, tokenIndex: number): number {
  const { firstToken, step, tokenOrder, tokenCount, starts, columnOrder } = matrix
  if (starts !== undefined) {
    const column = columnOf(starts, tokenIndex)
    return columnOrder?.places[column] ?? column
  }
  const place = tokenOrder?.places[tokenIndex]
  if (place !== undefined) return place
  // A product with the step would give −0 for the first column.
  const column = step === 1 ? tokenIndex - firstToken : firstToken - tokenIndex
  return tokenOrder !== undefined && column < leadingPadding(matrix) ? column + tokenCount : column
}

/** Returns the number of padding columns before the query's first token. Only other queries have tokens there. */
function leadingPadding({ firstToken, step, tokenCount }: Matrix): number {
  return step === 1 ? -firstToken : firstToken - tokenCount + 1
}

/** Returns the 0-based layer of a row. Without an order, row r is layer r. */
export function layerOfRow({ layerOrder }: Matrix, rowIndex: number): number {
  return layerOrder?.items[rowIndex] ?? rowIndex
}

/** Returns the 0-based row of a layer. */
export function rowOfLayer({ layerOrder }: Matrix, layerIndex: number): number {
  return layerOrder?.places[layerIndex] ?? layerIndex
}

/** Returns true if a column has a token of the query's own past. */
export function hasToken(matrix: Matrix, columnIndex: number): boolean {
  const token = tokenOfColumn(matrix, columnIndex)
  return token >= 0 && token < matrix.tokenCount
}

/**
 * Returns the similarity of a cell by its displayed indices: NaN if it is missing, undefined if it has none. For a column
 * of several tokens it is their mean.
 */
export function cellAt(matrix: Matrix, rowIndex: number, columnIndex: number): number | undefined {
  const { tensor, queryIndex } = matrix
  return valueIn(matrix, rowOf(tensor, queryIndex, layerOfRow(matrix, rowIndex)), columnIndex)
}

/** Returns the similarity of a row in a column, in the same form. */
export function valueIn(
  matrix: Matrix,
  { values, offset, firstToken, length }: Row,
  columnIndex: number,
): number | undefined {
  const first = firstTokenIn(matrix, columnIndex, 1) - firstToken
  const end = Math.min(length, first + tokenCountIn(matrix, columnIndex, 1))
  // A sum from −0 on keeps the sign of a single zero.
  let [sum, count] = [-0, 0]
  for (let k = Math.max(0, first); k < end; k++) {
    const value = values[offset + k] ?? NaN
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  if (count === 0) return first < end && end > 0 ? NaN : undefined
  return count === 1 ? sum : sum / count
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
  for (const q of width === 'all' ? tensor.queries.keys() : width) {
    const range = queryRange(tensor, q, axis)
    if (range === undefined) continue
    first = Math.min(first, range.first)
    last = Math.max(last, range.last)
  }
  return first <= last ? { first, last } : undefined
}

/** Returns the range of sequence indices or distances of a query's past, or undefined if the query has no past. */
function queryRange(tensor: Tensor, queryIndex: number, axis: Axis): ColumnRange | undefined {
  const count = tokenCountOf(tensor, queryIndex)
  if (count === 0) return undefined
  if (axis !== 'distance') return { first: tensor.firstIndex, last: tensor.firstIndex + count - 1 }
  const farthest = queryOf(tensor, queryIndex).position - tensor.firstIndex
  return { first: farthest - count + 1, last: farthest }
}

/** An order of a query's tokens or layers that differs from the order in the file. */
export interface Permutation {
  /** Token or layer at each place. Each occurs once. */
  readonly items: Uint32Array
  /** Place of each token or layer. */
  readonly places: Uint32Array
  /** The key of the order in words, visible and valid: `mean, highest first`. */
  readonly about: string
  /**
   * Dendrogram of a clustering, five numbers for each join: place and height of its first part, place and height of its
   * second part, and its own height. The places of leaves are whole numbers. Joins are ordered from the lowest to the
   * highest.
   */
  readonly tree?: Float64Array
}

/** Returns the permutation with the given items, from the first place to the last. */
export function permutationOf(items: Uint32Array, about: string): Permutation {
  const places = new Uint32Array(items.length)
  for (const [place, item] of items.entries()) places[item] = place
  return { items, places, about }
}
