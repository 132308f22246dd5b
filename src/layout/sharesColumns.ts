import { tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { tokenText } from '../tensor/Tensor'
import { columnNumber } from './tokenLabelSource'

/** Most columns whose tokens are compared; plots with more columns each have their own labels. */
const MOST_COMPARED = 4096

/**
 * Returns whether all matrices have the same number of columns, and in every column the same token; padding matches any
 * token.
 */
export function sharesColumns([first, ...others]: readonly Matrix[]): boolean {
  return first === undefined || others.every((other) => hasSameColumns(first, other))
}

/** Returns whether all matrices have the same number of rows, and in every row the same layer. */
export function sharesLayers(matrices: readonly Matrix[]): boolean {
  const [first, ...others] = matrices
  return others.every(({ tensor, layerCount, layerOrder }) => {
    const hasAsMany = tensor === first?.tensor && layerCount === first.layerCount
    return hasAsMany && layerOrder === first.layerOrder
  })
}

function hasSameColumns(a: Matrix, b: Matrix): boolean {
  if (a.tensor !== b.tensor || a.tokenOrder !== b.tokenOrder) return false
  if (a.columnCount !== b.columnCount) return false
  const { alignment } = a
  // A query has the texts of an aligned axis even where it has no token.
  if (alignment !== undefined && alignment.kind !== 'position') return alignment === b.alignment
  if (a.columnCount > 0 && columnNumber(a, 0) !== columnNumber(b, 0)) return false
  const { tokens } = a.tensor
  if (tokens.kind === 'none') return true
  if (tokens.kind === 'shared' && tokenOfColumn(a, 0) === tokenOfColumn(b, 0)) return true
  return a.columnCount <= MOST_COMPARED && hasSameTexts(a, b)
}

function hasSameTexts(a: Matrix, b: Matrix): boolean {
  for (let column = 0; column < a.columnCount; column++) {
    const [one, other] = [textOf(a, column), textOf(b, column)]
    if (one !== undefined && other !== undefined && one !== other) return false
  }
  return true
}

/** Returns the text of a column's token; undefined for padding. */
function textOf(matrix: Matrix, column: number): string | undefined {
  const token = tokenOfColumn(matrix, column)
  const isToken = token >= 0 && token < matrix.tokenCount
  return isToken ? tokenText(matrix.tensor, matrix.queryIndex, token) : undefined
}
