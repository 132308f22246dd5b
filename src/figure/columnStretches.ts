import { type PlotGrid, type Rect } from '../layout/PlotGrid'
import { cellsOfBin } from '../tensor/BinAxis'
import { isUnaligned, type Matrix } from '../tensor/Matrix'

/** Neighbouring columns of a plot, all or none of which the query lacks. */
export interface ColumnStretch {
  readonly isUnaligned: boolean
  readonly rect: Rect
}

/** Returns the stretches of columns of a plot, from left to right. A bin is unaligned if all of its columns are. */
export function columnStretches(matrix: Matrix, grid: PlotGrid): readonly ColumnStretch[] {
  const { plot, columns, columnEdges } = grid
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
