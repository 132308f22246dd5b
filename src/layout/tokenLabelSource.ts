import { wordsOf } from '../tensor/Axes'
import { isSpecialToken } from '../tensor/isSpecialToken'
import { hasToken, tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { distanceOf, sequenceIndex, tokenText } from '../tensor/Tensor'
import { columnCenter, type PlotGrid } from './PlotGrid'
import { type TokenLabelSource } from './tokenLabels'
import { tokenLabelText } from './tokenLabelText'

/** Limits of the token labels, in CSS pixels of the figure. */
export interface LabelRoom extends Pick<
  TokenLabelSource,
  'maxDepth' | 'figureWidth' | 'figureLeft' | 'style'
> {
  /** Whether every label begins with the token's index in the sequence; default false. */
  readonly hasIndices?: boolean
}

/** Returns the source of the labels of a matrix' visible columns. */
export function tokenLabelSource(
  matrix: Matrix,
  grid: PlotGrid,
  { hasIndices = false, ...room }: LabelRoom,
): TokenLabelSource {
  const { tensor, queryIndex, labels = 'visible' } = matrix
  const { start, span } = grid.columns
  const rawText = (column: number): string | undefined => {
    return tokenText(tensor, queryIndex, tokenOfColumn(matrix, column))
  }
  const labelOf = (column: number): string | undefined => {
    return tokenLabelText(tensor, queryIndex, tokenOfColumn(matrix, column), labels)
  }
  return {
    ...room,
    // Columns count as visible if their middle is.
    firstColumn: Math.max(0, Math.ceil(start - 0.5)),
    endColumn: Math.ceil(start + span - 0.5),
    columnWidth: grid.plot.width / (span || 1),
    center: (column) => columnCenter(grid, column),
    text: (column) => (hasToken(matrix, column) ? (labelOf(column) ?? '∅') : undefined),
    isSpecial: (column) => isSpecialToken(tensor, rawText(column) ?? ''),
    number: (column) => columnNumber(matrix, column),
    ...(matrix.tokenOrder && {
      ends: [tokenNumber(matrix, 0), tokenNumber(matrix, matrix.tokenCount - 1)] as const,
    }),
    ...(hasIndices && {
      index: (column: number) => sequenceIndex(tensor, tokenOfColumn(matrix, column)),
    }),
    hasTexts: tensor.tokens.kind !== 'none',
    hasNames: !wordsOf(tensor).hasTokens,
  }
}

/** Returns the number of a column on its axis: the token's index in the sequence, or its distance from the query. */
export function columnNumber(matrix: Matrix, columnIndex: number): number {
  return tokenNumber(matrix, tokenOfColumn(matrix, columnIndex))
}

function tokenNumber(matrix: Matrix, token: number): number {
  return matrix.axis === 'position'
    ? sequenceIndex(matrix.tensor, token)
    : distanceOf(matrix.tensor, matrix.queryIndex, token)
}
