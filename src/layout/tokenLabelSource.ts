import { isSpecialToken } from '../tensor/isSpecialToken'
import { hasToken, tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { distanceOf, sequenceIndex, tokenText } from '../tensor/Tensor'
import { columnCenter, type PlotGrid } from './PlotGrid'
import { type TokenLabelSource } from './tokenLabels'
import { visibleText } from './visibleText'

interface LabelRoom {
  readonly maxDepth: number
  readonly figureWidth: number
}

/** What the visible part of a matrix' token axis can be labelled with. */
export function tokenLabelSource(
  matrix: Matrix,
  grid: PlotGrid,
  room: LabelRoom,
): TokenLabelSource {
  const { tensor, queryIndex } = matrix
  const { start, span } = grid.columns
  const rawText = (column: number): string | undefined => {
    return tokenText(tensor, queryIndex, tokenOfColumn(matrix, column))
  }
  return {
    ...room,
    // The columns whose middle is visible.
    firstColumn: Math.max(0, Math.ceil(start - 0.5)),
    endColumn: Math.ceil(start + span - 0.5),
    columnWidth: grid.plot.width / (span || 1),
    center: (column) => columnCenter(grid, column),
    text: (column) => (hasToken(matrix, column) ? visibleText(rawText(column) ?? '') : undefined),
    isSpecial: (column) => isSpecialToken(tensor, rawText(column) ?? ''),
    number: (column) => columnNumber(matrix, column),
    hasTexts: tensor.tokens.kind !== 'none',
  }
}

/** A column's number on its axis: the token's index in the sequence, or how many tokens back it is. */
export function columnNumber(matrix: Matrix, columnIndex: number): number {
  const token = tokenOfColumn(matrix, columnIndex)
  return matrix.axis === 'position'
    ? sequenceIndex(matrix.tensor, token)
    : distanceOf(matrix.tensor, matrix.queryIndex, token)
}
