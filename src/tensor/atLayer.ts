import { tokensIn } from './Alignment'
import { layerOfRow, matrixOf, tokenOfColumn, type Matrix } from './Matrix'
import { type Tensor } from './Tensor'
import { type PinnedIndex } from './View'
import { withOrders } from './withOrders'

/** Returns the tensor that is open: that of the queries if rows are queries. */
export function openTensorOf(tensor: Tensor): Tensor {
  return tensor.atLayer?.whole ?? tensor
}

/** A cell as that of its own query in the open tensor. */
export interface OwnPlace {
  /** The matrix of the query, without an order. */
  readonly matrix: Matrix
  readonly rowIndex: number
  readonly columnIndex: number
}

/** Returns a displayed cell as that of its own query; undefined if the rows are no queries. */
export function ownPlace(
  matrix: Matrix,
  rowIndex: number,
  columnIndex: number,
): OwnPlace | undefined {
  return ownPlaceOf(matrix, layerOfRow(matrix, rowIndex), tokenOfColumn(matrix, columnIndex))
}

/** Returns a cell, by its indices in the tensor, as that of its own query; undefined if the rows are no queries. */
export function ownPlaceOf(matrix: Matrix, query: number, column: number): OwnPlace | undefined {
  const { atLayer } = matrix.tensor
  if (atLayer === undefined) return undefined
  const { whole, layerIndex, firstColumns, starts } = atLayer
  const { alignment, labels } = matrix
  const own =
    starts === undefined || alignment === undefined
      ? matrixOf(whole, query, 'position', 'query')
      : withOrders(matrixOf(whole, query, 'aligned', 'query'), { alignment })
  return {
    matrix: { ...own, ...(labels && { labels }) },
    rowIndex: layerIndex,
    columnIndex: starts === undefined ? column - (firstColumns[query] ?? 0) : column,
  }
}

/** A cell of a query of the open tensor. */
export interface OwnCell {
  readonly query: number
  readonly cell: PinnedIndex
}

/** Returns a cell as that of its query in the open tensor; undefined if the query has no token in its column. */
export function ownCell(
  matrix: Matrix,
  rowIndex: number,
  columnIndex: number,
): OwnCell | undefined {
  const own = ownPlace(matrix, rowIndex, columnIndex) ?? { matrix, rowIndex, columnIndex }
  const token = tokenOfColumn(own.matrix, own.columnIndex)
  const isToken = token >= 0 && token < own.matrix.tokenCount
  return isToken
    ? { query: own.matrix.queryIndex, cell: [layerOfRow(own.matrix, own.rowIndex), token] }
    : undefined
}

/**
 * Returns a cell of the open tensor by its layer and token in a tensor of its rows; undefined if this shows another
 * layer.
 */
export function cellInRows({ atLayer }: Tensor, { query, cell }: OwnCell): PinnedIndex | undefined {
  if (atLayer === undefined) return cell
  const [layer, token] = cell
  const { layerIndex, firstColumns, starts } = atLayer
  if (layer !== layerIndex) return undefined
  const own = starts?.[query]
  const column =
    own === undefined
      ? token + (firstColumns[query] ?? 0)
      : own.findLastIndex((start) => start <= token)
  return [query, column]
}

/** Returns whether the query of a row does not have the column of a token. */
export function lacksToken({ atLayer }: Tensor, layerIndex: number, token: number): boolean {
  const own = atLayer?.starts?.[layerIndex]
  return own !== undefined && tokensIn(own, token) === 0
}

/** Returns how many of the tokens from `first` up to `end` (exclusive) the query of a row does not have. */
export function lackedCount(
  tensor: Tensor,
  layerIndex: number,
  [first, end]: readonly [first: number, end: number],
): number {
  if (tensor.atLayer?.starts === undefined) return 0
  let count = 0
  for (let token = first; token < end; token++) {
    if (lacksToken(tensor, layerIndex, token)) count++
  }
  return count
}

/** Returns the queries that a matrix shows, with their tensor. */
export function queriesIn({
  tensor,
  queryIndex,
}: Pick<Matrix, 'tensor' | 'queryIndex'>): readonly Pick<Matrix, 'tensor' | 'queryIndex'>[] {
  const { atLayer } = tensor
  if (atLayer === undefined) return [{ tensor, queryIndex }]
  const { whole } = atLayer
  return whole.queries.map((_, index) => ({ tensor: whole, queryIndex: index }))
}
