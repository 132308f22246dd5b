import { layerOfRow, tokenOfColumn, type Matrix } from '../../tensor/Matrix'
import { distanceOf, queryOf, sequenceIndex } from '../../tensor/Tensor'
import { counted, grouped } from '../../text/counted'
import { listed } from '../../text/listed'
import { rounded } from '../../text/rounded'
import { type Statistics } from '../Statistics'
import { type Writing, cellPhrase, layerPhrase } from './Writing'

/** How a figure is described. */
export interface DescribeOptions {
  readonly writing: Writing
  /** Whether layer 0 is at the bottom; if absent, the description leaves it out. */
  readonly isUpward?: boolean
}

/**
 * Returns the text alternative of a figure: what is shown, the direction of the axes, the range and the median, and
 * which cells have no value. It has two to six plain sentences with rounded numbers and is the same for the same input.
 * `statistics` must belong to the query of the matrix.
 */
export function describe(matrix: Matrix, statistics: Statistics, options: DescribeOptions): string {
  const hasCells = matrix.layerCount > 0 && matrix.columnCount > 0
  return [
    subjectSentence(matrix, options.writing),
    ...(hasCells
      ? [
          columnsSentence(matrix),
          ...layersSentence(matrix, options),
          ...valuesSentences(matrix, statistics, options),
          ...absentSentence(matrix, statistics),
        ]
      : ['It has no cells.']),
  ].join(' ')
}

/** Returns the sentence about the metric, the query and the shape. */
export function subjectSentence(
  { tensor, queryIndex, layerCount, tokenCount }: Matrix,
  { prose }: Writing,
): string {
  const metric = prose(tensor.metric) || 'values'
  const label = prose(queryOf(tensor, queryIndex).label)
  const shape = `${counted(layerCount, 'layer')} by ${counted(tokenCount, 'past token')}`
  return `Heatmap of ${metric}${label === '' ? '' : ` for ${label}`}: ${shape}.`
}

/** Returns the sentence about the order of the columns and the tokens at both ends. */
export function columnsSentence(matrix: Matrix): string {
  const { tensor, queryIndex, axis, columnCount, tokenOrder } = matrix
  const nameOf = (columnIndex: number): string => {
    const tokenIndex = tokenOfColumn(matrix, columnIndex)
    return axis === 'position'
      ? `token ${sequenceIndex(tensor, tokenIndex)}`
      : `the token ${distanceOf(tensor, queryIndex, tokenIndex)} back`
  }
  if (columnCount === 1) return `Its only column is ${nameOf(0)}.`
  const sequence =
    axis === 'position' ? 'in the order of the sequence' : 'by distance, nearest first'
  const order = tokenOrder === undefined ? sequence : `not in sequence but by ${tokenOrder.about}`
  return `Columns run ${order}, from ${nameOf(0)} at the left to ${nameOf(columnCount - 1)} at the right.`
}

/** Returns the sentence about the direction of the rows, or nothing if there is one row or no direction. */
export function layersSentence(matrix: Matrix, options: DescribeOptions): string[] {
  const { tensor, layerCount, layerOrder } = matrix
  const { isUpward, writing } = options
  if (isUpward === undefined || layerCount === 1) return []
  const first = layerPhrase(tensor, layerOfRow(matrix, 0), writing)
  const last = layerPhrase(tensor, layerOfRow(matrix, layerCount - 1), writing)
  const [start, end] = isUpward ? ['bottom', 'top'] : ['top', 'bottom']
  const order = layerOrder === undefined ? '' : ` not in sequence but by ${layerOrder.about},`
  return [`Rows run${order} from ${first} at the ${start} to ${last} at the ${end}.`]
}

function valuesSentences(
  matrix: Matrix,
  { finiteCount, min, max, median, minCell, maxCell }: Statistics,
  { writing }: DescribeOptions,
): string[] {
  if (minCell === undefined || maxCell === undefined) return []
  const highest = cellPhrase(matrix, maxCell, writing)
  if (finiteCount === 1) return [`The only cell with a value is ${highest}.`]
  if (min === max) return [`All ${counted(finiteCount, 'value')} are ${writing.number(min)}.`]
  const lowest = cellPhrase(matrix, minCell, writing)
  return [
    `The highest cell is ${highest}; the lowest is ${lowest}.`,
    `The median is ${rounded(median)}.`,
  ]
}

/** Returns the sentence that counts the cells without a finite value, or nothing if there are none. */
export function absentSentence(
  matrix: Matrix,
  statistics: Pick<Statistics, 'cellCount' | 'missingCount' | 'aboveCount' | 'belowCount'>,
): string[] {
  const cellCount = matrix.layerCount * matrix.columnCount
  const kinds: readonly (readonly [count: number, name: string])[] = [
    [statistics.missingCount, 'missing'],
    [statistics.aboveCount, '+Infinity'],
    [statistics.belowCount, '−Infinity'],
    [cellCount - statistics.cellCount, 'padding'],
  ]
  const found = kinds.filter(([count]) => count > 0)
  const [first] = found
  if (first === undefined) return []
  if (first[0] === cellCount) return [onlySentence(cellCount, first[1])]
  const parts = found.map(
    ([count, name]) => `${grouped(count)} ${count === 1 ? 'is' : 'are'} ${name}`,
  )
  return [`Of ${counted(cellCount, 'cell')}, ${listed(parts)}.`]
}

function onlySentence(cellCount: number, name: string): string {
  return cellCount === 1
    ? `Its only cell is ${name}.`
    : `All ${counted(cellCount, 'cell')} are ${name}.`
}
