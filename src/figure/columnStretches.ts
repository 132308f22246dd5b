import { binRect, type PlotGrid, type Rect } from '../layout/PlotGrid'
import { lacksToken } from '../tensor/atLayer'
import { cellsOfBin } from '../tensor/BinAxis'
import { isUnaligned, layerOfRow, tokensOfColumns, type Matrix } from '../tensor/Matrix'

/** Neighbouring columns of a plot, all or none of which the query lacks. */
export interface ColumnStretch {
  readonly isUnaligned: boolean
  readonly rect: Rect
}

/** Returns the stretches of columns of a plot, from left to right. A bin is unaligned if all of its columns are. */
export function columnStretches(matrix: Matrix, grid: PlotGrid): readonly ColumnStretch[] {
  const { plot, columns, columnEdges } = grid
  if (matrix.tensor.atLayer?.starts !== undefined) return rowStretches(matrix, grid)
  if (matrix.starts === undefined) return [{ isUnaligned: false, rect: plot }]
  const stretches: ColumnStretch[] = []
  for (let bin = 0; bin < columns.binCount; bin++) {
    const isBinUnaligned = lacksAll(matrix, cellsOfBin(columns, bin))
    const last = stretches.at(-1)
    const x = last?.isUnaligned === isBinUnaligned ? last.rect.x : plot.x + (columnEdges[bin] ?? 0)
    const rect = { ...plot, x, width: plot.x + (columnEdges[bin + 1] ?? 0) - x }
    const stretch = { isUnaligned: isBinUnaligned, rect }
    if (last?.isUnaligned === isBinUnaligned) stretches[stretches.length - 1] = stretch
    else stretches.push(stretch)
  }
  return stretches
}

function lacksAll(matrix: Matrix, [first, end]: readonly [first: number, end: number]): boolean {
  for (let column = first; column < end; column++) {
    if (!isUnaligned(matrix, column)) return false
  }
  return true
}

/** Returns the stretches of each row of bins: queries lack different columns. */
function rowStretches(matrix: Matrix, grid: PlotGrid): readonly ColumnStretch[] {
  const { columns, layers } = grid
  return Array.from({ length: layers.binCount }, (_, binRow) => {
    const [first, end] = cellsOfBin(layers, binRow)
    const rows = Array.from({ length: end - first }, (__, k) => layerOfRow(matrix, first + k))
    const stretches: ColumnStretch[] = []
    for (let binColumn = 0; binColumn < columns.binCount; binColumn++) {
      const isLacked = lackAll(matrix, rows, cellsOfBin(columns, binColumn))
      const rect = binRect(grid, { binColumn, binRow })
      const last = stretches.at(-1)
      if (last?.isUnaligned !== isLacked) stretches.push({ isUnaligned: isLacked, rect })
      else {
        const width = rect.x + rect.width - last.rect.x
        stretches[stretches.length - 1] = { ...last, rect: { ...last.rect, width } }
      }
    }
    return stretches
  }).flat()
}

function lackAll(
  matrix: Matrix,
  rows: readonly number[],
  [first, end]: readonly [first: number, end: number],
): boolean {
  const tokens = tokensOfColumns(matrix, first, end)
  return rows.every((row) => tokens.every((token) => lacksToken(matrix.tensor, row, token)))
}
