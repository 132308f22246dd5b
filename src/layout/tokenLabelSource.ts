import { openTensorOf } from '../tensor/atLayer'
import { tokensIn, type Alignment } from '../tensor/Alignment'
import { isSpecialToken } from '../tensor/isSpecialToken'
import { alignedColumn, hasToken, tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { distanceOf, sequenceIndex, tokenCountOf, tokenText, type Tensor } from '../tensor/Tensor'
import { columnCenter, type PlotGrid } from './PlotGrid'
import { type TokenLabelSource } from './tokenLabels'
import { tokensLabelText } from './tokenLabelText'

/** Limits of the token labels, in CSS pixels of the figure. */
export interface LabelRoom extends Pick<
  TokenLabelSource,
  'maxDepth' | 'figureWidth' | 'figureLeft' | 'keepsRoom' | 'style'
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
  const { tensor, labels = 'visible' } = matrix
  const { start, span } = grid.columns
  const labelOf = (column: number): string | undefined => {
    const { tensor: own, query, first, count } = textTokens(matrix, column)
    const tokens = Array.from({ length: count }, (_, k) => first + k)
    return count === 0 ? undefined : tokensLabelText(own, query, tokens, labels)
  }
  return {
    ...room,
    // Columns count as visible if their middle is.
    firstColumn: Math.max(0, Math.ceil(start - 0.5)),
    endColumn: Math.ceil(start + span - 0.5),
    columnWidth: grid.plot.width / (span || 1),
    center: (column) => columnCenter(grid, column),
    text: labelOf,
    isSpecial: (column) => {
      const { tensor: own, query, first } = textTokens(matrix, column)
      return isSpecialToken(own, tokenText(own, query, first) ?? '')
    },
    number: (column) => columnNumber(matrix, column),
    ...(matrix.tokenOrder && {
      ends: [tokenNumber(matrix, 0), tokenNumber(matrix, matrix.tokenCount - 1)] as const,
    }),
    ...(hasIndices && {
      index: (column: number) => sequenceIndex(tensor, axisToken(matrix, column)),
    }),
    hasTexts: tensor.tokens.kind !== 'none',
    isBinned: grid.columns.cellsPerBin > 1,
  }
}

/** The tokens from which a column has its text: a query and some tokens of it, none for padding. */
interface TextTokens {
  readonly tensor: Tensor
  readonly query: number
  readonly first: number
  readonly count: number
}

/** Returns the tokens of a column's text. All queries have the texts of an aligned axis, even of columns that they lack. */
function textTokens(matrix: Matrix, column: number): TextTokens {
  const { tensor, alignment, queryIndex } = matrix
  if (alignment?.starts !== undefined) {
    return { tensor: openTensorOf(tensor), ...textOnAxis(alignment, axisToken(matrix, column)) }
  }
  const first = tokenOfColumn(matrix, column)
  const query = hasToken(matrix, column) ? queryIndex : (alignment?.longest ?? queryIndex)
  return { tensor, query, first, count: first >= 0 && first < tokenCountOf(tensor, query) ? 1 : 0 }
}

function textOnAxis({ holders, starts }: Alignment, column: number): Omit<TextTokens, 'tensor'> {
  const query = holders?.[column] ?? 0
  const own = starts?.[query] ?? new Int32Array()
  return { query, first: own[column] ?? 0, count: tokensIn(own, column) }
}

/**
 * Returns the number of a column on its axis: the token's index in the sequence, its distance from the query, or the
 * place on an aligned axis, counted as indices are.
 */
export function columnNumber(matrix: Matrix, columnIndex: number): number {
  return tokenNumber(matrix, axisToken(matrix, columnIndex))
}

/** Returns the token of a column, or the place of the column on an aligned axis. */
function axisToken(matrix: Matrix, columnIndex: number): number {
  return matrix.starts === undefined
    ? tokenOfColumn(matrix, columnIndex)
    : alignedColumn(matrix, columnIndex)
}

function tokenNumber(matrix: Matrix, token: number): number {
  return matrix.axis === 'distance'
    ? distanceOf(matrix.tensor, matrix.queryIndex, token)
    : sequenceIndex(matrix.tensor, token)
}
