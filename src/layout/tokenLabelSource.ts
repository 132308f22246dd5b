import { hasToken, tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { distanceOf, sequenceIndex, tokenText } from '../tensor/Tensor'
import { binColumnCount, type PlotGrid } from './PlotGrid'
import { type TokenLabelSource } from './tokenLabels'
import { visibleText } from './visibleText'

/** What the token axis of a matrix can be labelled with. */
export function tokenLabelSource(
  matrix: Matrix,
  grid: PlotGrid,
  maxDepth: number,
  center: (columnIndex: number) => number,
): TokenLabelSource {
  const { tensor, queryIndex } = matrix
  const special = new Set(tensor.special)
  const rawText = (column: number): string | undefined => {
    return tokenText(tensor, queryIndex, tokenOfColumn(matrix, column))
  }
  return {
    columnCount: matrix.columnCount,
    columnWidth: grid.plot.width / Math.max(1, binColumnCount(grid) * grid.columnsPerBin),
    center,
    text: (column) => (hasToken(matrix, column) ? visibleText(rawText(column) ?? '') : undefined),
    isSpecial: (column) => special.has(rawText(column) ?? ''),
    number: (column) => columnNumber(matrix, column),
    hasTexts: tensor.tokens.kind !== 'none',
    maxDepth,
  }
}

/** A column's number on its axis: the token's index in the sequence, or how many tokens back it is. */
export function columnNumber(matrix: Matrix, columnIndex: number): number {
  const token = tokenOfColumn(matrix, columnIndex)
  return matrix.axis === 'position'
    ? sequenceIndex(matrix.tensor, token)
    : distanceOf(matrix.tensor, matrix.queryIndex, token)
}
