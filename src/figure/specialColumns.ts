import { cellsOfBin } from '../tensor/BinAxis'
import { isSpecialToken } from '../tensor/isSpecialToken'
import { tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { tokenText } from '../tensor/Tensor'
import { type PlotGrid, type Rect } from '../layout/PlotGrid'

/** The visible columns of special tokens; none where several columns are drawn as one. */
export function specialColumns(matrix: Matrix, grid: PlotGrid): readonly Rect[] {
  const { plot, columns, columnEdges } = grid
  if (columns.cellsPerBin > 1) return []
  const rects: Rect[] = []
  for (let bin = 0; bin < columns.binCount; bin++) {
    const token = tokenOfColumn(matrix, cellsOfBin(columns, bin)[0])
    const text = tokenText(matrix.tensor, matrix.queryIndex, token)
    if (text === undefined || !isSpecialToken(matrix.tensor, text)) continue
    const left = columnEdges[bin] ?? 0
    rects.push({ ...plot, x: plot.x + left, width: (columnEdges[bin + 1] ?? 0) - left })
  }
  return rects
}
