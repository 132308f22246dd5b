import { type PlotGrid, type Rect } from '../layout/PlotGrid'
import { cellsOfBin } from '../tensor/BinAxis'
import { wordsOf } from '../tensor/Axes'
import { isSpecialToken } from '../tensor/isSpecialToken'
import { tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { openTensorOf, queriesIn } from '../tensor/atLayer'
import { tokenCountOf, tokenText } from '../tensor/Tensor'
import { type View } from '../tensor/View'

/** Returns the rectangles of the visible columns of special tokens; none if several columns are drawn as one. */
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

/** Returns the caption about special tokens; undefined if they are only marked, or if the query has none. */
export function specialNote(matrix: Matrix, special: View['special']): string | undefined {
  if (special === 'mark' || openTensorOf(matrix.tensor).tokens.kind === 'none') return undefined
  const found = new Set<boolean>()
  for (const { tensor, queryIndex } of queriesIn(matrix)) {
    const count = tokenCountOf(tensor, queryIndex)
    for (let token = 0; token < count && found.size < 2; token++) {
      const text = tokenText(tensor, queryIndex, token)
      found.add(text !== undefined && isSpecialToken(tensor, text))
    }
  }
  if (!found.has(true)) return undefined
  const { many } = wordsOf(matrix.tensor).column
  // If all tokens are special, none is left out.
  return special === 'exclude' && found.has(false)
    ? `Special ${many} are dimmed, and left out of the domain and the statistics.`
    : `Special ${many} are dimmed.`
}
