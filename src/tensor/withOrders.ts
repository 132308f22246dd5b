import { columnOf, tokensIn, type ColumnStarts } from './Alignment'
import { layerCountOf, rowOf } from './Tensor'
import { permutationOf, type Matrix, type Permutation } from './Matrix'

/**
 * The orders of tokens and of layers, and the columns of an aligned axis. An absent order is that of the file; without
 * an alignment, columns are by index.
 */
export type Orders = Pick<Matrix, 'tokenOrder' | 'layerOrder' | 'alignment'>

/** Returns the part of orders that belongs to all queries. */
export function alignmentOf({ alignment }: Orders = {}): Orders {
  return alignment === undefined ? {} : { alignment }
}

/** Returns a matrix with the orders of a view. */
export function withOrders(matrix: Matrix, orders: Orders = {}): Matrix {
  const { alignment, tokenOrder } = orders
  // Rows that are queries stand in the columns already.
  const starts = matrix.tensor.atLayer ? undefined : alignment?.starts?.[matrix.queryIndex]
  if (alignment === undefined || starts === undefined) return { ...matrix, ...orders }
  const aligned = { ...matrix, ...orders, columnCount: alignment.columnCount, starts }
  if (tokenOrder === undefined) return aligned
  const { tree: _tree, ...order } = tokenOrder
  const columnOrder = columnOrderOf(starts, tokenOrder)
  // The leaves of a tree are tokens, not columns of several.
  const hasTree = new Set(starts).size > matrix.tokenCount
  return { ...aligned, columnOrder, tokenOrder: hasTree ? tokenOrder : order }
}

/** Returns the order of columns by the first of their tokens in an order. Columns without a token come last. */
function columnOrderOf(starts: ColumnStarts, { items, about }: Permutation): Permutation {
  const columns = new Set(Array.from(items, (token) => columnOf(starts, token)))
  for (let column = 0; column < starts.length - 1; column++) {
    if (tokensIn(starts, column) === 0) columns.add(column)
  }
  return permutationOf(Uint32Array.from(columns), about)
}

/** The numbers of a matrix' cells and columns that are not drawn in a color of their own. */
export interface AbsentCells {
  /**
   * Number of columns that the query does not have; if rows are queries, of cells whose query does not have the column.
   * None of these cells is a cell of the query.
   */
  readonly unaligned: number
  /** Number of cells in the other columns. */
  readonly cells: number
  /** Number of these without a value, which are padding. */
  readonly padding: number
}

/** Returns the counts of a matrix whose query has `storedCount` values. */
export function absentCells(matrix: Matrix, storedCount: number): AbsentCells {
  const { layerCount, columnCount, starts, tensor } = matrix
  if (starts === undefined) {
    const unaligned = (tensor.atLayer?.starts ?? []).reduce(
      (sum, own) => sum + unalignedCount(own),
      0,
    )
    const cells = layerCount * columnCount - unaligned
    return { unaligned, cells, padding: cells - storedCount }
  }
  const unaligned = unalignedCount(starts)
  const own = columnCount - unaligned
  const cells = layerCount * own
  const sharing = own === matrix.tokenCount ? 0 : sharingCount(matrix, starts)
  return { unaligned, cells, padding: cells - storedCount + sharing }
}

/** The numbers of columns without a token: a zoomed figure is described in every frame. */
const counted = new WeakMap<ColumnStarts, number>()

function unalignedCount(starts: ColumnStarts): number {
  let count = counted.get(starts)
  if (count !== undefined) return count
  count = 0
  for (let column = 0; column < starts.length - 1; column++) {
    if (tokensIn(starts, column) === 0) count++
  }
  counted.set(starts, count)
  return count
}

/** Returns how many more values a query has than cells, because columns of several tokens show one mean. */
function sharingCount({ tensor, queryIndex, tokenCount }: Matrix, starts: ColumnStarts): number {
  // For each token, how many of those before it share a column with the token after them.
  const sharing = new Uint32Array(tokenCount + 1)
  const isFirst = new Uint8Array(tokenCount + 1)
  for (const token of starts) isFirst[token] = 1
  for (let token = 0; token < tokenCount; token++) {
    sharing[token + 1] = (sharing[token] ?? 0) + (isFirst[token + 1] === 1 ? 0 : 1)
  }
  let count = 0
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    const { firstToken, length } = rowOf(tensor, queryIndex, layer)
    if (length > 0) count += (sharing[firstToken + length - 1] ?? 0) - (sharing[firstToken] ?? 0)
  }
  return count
}
