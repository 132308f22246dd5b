import { greatest } from 'd3-array'
import { wordsOf } from '../tensor/Axes'
import { layerOfRow, tokenOfColumn, type Matrix } from '../tensor/Matrix'
import { layerLabel, sequenceIndex } from '../tensor/Tensor'
import { cellsInWindow, isZoomed, type Windows } from '../tensor/Windows'
import { counted, grouped } from '../text/counted'
import { type Noun } from '../text/nounOf'

/** A plot, and its visible part; default all of it. */
interface PlotInView {
  readonly matrix: Matrix
  readonly windows?: Windows
}

/**
 * Returns which layers and tokens of the widest of several plots are in view, in words:
 * `layers 70–80 of 100 × tokens 5,000–6,000 of 16,384`. Cells that have no numbers, or whose numbers are not in sequence,
 * are counted: `11 of 100 layers`. Undefined if all cells are in view.
 */
export function partInView(plots: readonly PlotInView[]): string | undefined {
  const widest = greatest(plots, ({ matrix }) => matrix.columnCount * matrix.layerCount)
  if (widest?.windows === undefined || !isZoomed(widest.windows)) return undefined
  const { matrix, windows } = widest
  const { row, column } = wordsOf(matrix.tensor)
  const rows = part(windows.layers, matrix.layerCount, row, rowNumber(matrix))
  // Panels by distance have different tokens in one column.
  const hasTokens = plots.length === 1 || matrix.axis === 'position'
  const isOfTokens = hasTokens && matrix.columnCount === matrix.tokenCount
  const noun = isOfTokens ? column : { one: 'column', many: 'columns' }
  const numberOf = isOfTokens ? columnToken(matrix) : undefined
  return `${rows} × ${part(windows.columns, matrix.columnCount, noun, numberOf)}`
}

/** Returns the number of a cell of an axis; NaN if it has none. */
type NumberOf = (index: number) => number

function part(
  window: Windows['columns'],
  count: number,
  { one, many }: Noun,
  numberOf: NumberOf = () => NaN,
): string {
  const [first, end] = cellsInWindow(window, count)
  if (end - first >= count) return counted(count, one, many)
  const ends = [numberOf(first), numberOf(end - 1)].toSorted((a, b) => a - b)
  if (ends.some(Number.isNaN)) return `${grouped(end - first)} of ${counted(count, one, many)}`
  const [low, high] = ends.map(grouped)
  const range = low === high ? `${one} ${low}` : `${many} ${low}–${high}`
  return `${range} of ${grouped(count)}`
}

/** Returns the number that is the label of a row; none if the rows are in another order. */
function rowNumber(matrix: Matrix): NumberOf | undefined {
  if (matrix.layerOrder !== undefined) return undefined
  return (row) => {
    const label = layerLabel(matrix.tensor, layerOfRow(matrix, row))
    return /^\d+$/u.test(label) ? Number(label) : NaN
  }
}

/** Returns the index of a column's token in the sequence; none if the columns are in another order, or no such tokens. */
function columnToken(matrix: Matrix): NumberOf | undefined {
  const { tensor, tokenOrder, starts } = matrix
  if (tokenOrder !== undefined || starts !== undefined || tensor.atLayer?.hasDistance)
    return undefined
  return (column) => sequenceIndex(tensor, tokenOfColumn(matrix, column))
}
