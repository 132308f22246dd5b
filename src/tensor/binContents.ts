import { lackedCount } from './atLayer'
import { cellsOfBin } from './BinAxis'
import { type BinPlace, type BinSource } from './BinSource'
import { columnOfToken, firstTokenIn, layerOfRow, tokenCountIn } from './Matrix'
import { findInRun } from './Pyramid'
import { rowOf, type Row } from './Tensor'

/** A cell of a matrix by its displayed row and column, not by its layer and token. */
export interface MatrixCell {
  readonly rowIndex: number
  readonly columnIndex: number
}

/** Number of cells of each kind in a bin. */
export interface BinContents {
  readonly cellCount: number
  readonly missingCount: number
  readonly paddingCount: number
}

/**
 * Returns the cell whose value a bin shows. Of equal cells it is the one in the first row, then the one of the first
 * token (if the tokens are reordered, of the first column). If no cell has the value, because it is a mean or all cells
 * are missing, it is the first cell that is not padding; if all are padding, the first cell of the bin. No cell is
 * searched if `shown` is undefined, for a mean.
 */
export function shownCell(
  source: BinSource,
  place: BinPlace,
  shown: number | undefined,
): MatrixCell {
  const { matrix, pyramids } = source
  let first: MatrixCell | undefined
  for (const { rowIndex, values, block, start, end, firstToken } of runsOf(source, place)) {
    const cellOf = (index: number): MatrixCell => {
      return { rowIndex, columnIndex: columnOfToken(matrix, firstToken + index - start) }
    }
    if (shown === undefined) return cellOf(start)
    const index = findInRun(values, pyramids[block] ?? [], [start, end], shown)
    if (index >= 0) return cellOf(index)
    first ??= cellOf(start)
  }
  const [rowIndex] = cellsOfBin(source.layers, place.binRow)
  const [columnIndex] = cellsOfBin(source.columns, place.binColumn)
  return first ?? { rowIndex, columnIndex }
}

/** Returns how many cells of each kind a bin has. It reads every cell. */
export function binContents(source: BinSource, place: BinPlace): BinContents {
  const [firstColumn, endColumn] = cellsOfBin(source.columns, place.binColumn)
  const [firstRow, endRow] = cellsOfBin(source.layers, place.binRow)
  const cellCount = (endColumn - firstColumn) * (endRow - firstRow)
  let stored = 0
  let missingCount = 0
  for (const { rowIndex, values, start, end, firstToken } of runsOf(source, place)) {
    const { matrix } = source
    const tokens = [firstToken, firstToken + end - start] as const
    const lacked = lackedCount(matrix.tensor, layerOfRow(matrix, rowIndex), tokens)
    stored += end - start - lacked
    missingCount -= lacked
    for (const value of values.subarray(start, end)) {
      if (Number.isNaN(value)) missingCount++
    }
  }
  return { cellCount, missingCount, paddingCount: cellCount - stored }
}

interface Run extends Pick<Row, 'values' | 'block'> {
  readonly rowIndex: number
  /** Index in the block's values of the first cell; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly firstToken: number
}

/**
 * Yields the stored cells of a bin, row by row, in runs that are not empty. If the tokens are reordered, each run is
 * one cell.
 */
function* runsOf({ matrix, columns, layers }: BinSource, place: BinPlace): Generator<Run> {
  const { tensor, queryIndex, tokenOrder } = matrix
  const [first, end] = cellsOfBin(columns, place.binColumn)
  const [firstRow, endRow] = cellsOfBin(layers, place.binRow)
  const length = tokenOrder === undefined ? end - first : 1
  for (let rowIndex = firstRow; rowIndex < endRow; rowIndex++) {
    const row = rowOf(tensor, queryIndex, layerOfRow(matrix, rowIndex))
    for (let column = first; column < end; column += length) {
      const low = firstTokenIn(matrix, column, length) - row.firstToken
      const from = Math.max(0, low)
      const to = Math.min(row.length, low + tokenCountIn(matrix, column, length))
      if (from >= to) continue
      const { values, block, offset } = row
      const [start, last] = [offset + from, offset + to]
      yield { rowIndex, values, block, start, end: last, firstToken: row.firstToken + from }
    }
  }
}
