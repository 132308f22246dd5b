import { wordsOf } from '../../tensor/Axes'
import { alignedColumn, layerOfRow, tokenOfColumn, type Matrix } from '../../tensor/Matrix'
import { distanceOf, layerCountOf, queryOf, sequenceIndex, namesQuery } from '../../tensor/Tensor'
import { cellsInWindow, type Windows } from '../../tensor/Windows'
import { absentCells } from '../../tensor/withOrders'
import { counted, grouped } from '../../text/counted'
import { listed } from '../../text/listed'
import { type Statistics } from '../Statistics'
import { operandSentences } from './operandSentences'
import { partSentence } from './partSentence'
import { type Writing, cellPhrase, layerPhrase } from './Writing'

/** How a figure is described. */
export interface DescribeOptions {
  readonly writing: Writing
  /** Whether layer 0 is at the bottom; if absent, the description leaves it out. */
  readonly isUpward?: boolean
  /** The visible part, to which the sentences about the axes refer; default the whole matrix. */
  readonly windows?: Windows
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
    ...operandSentences(matrix, options.writing.prose),
    ...(hasCells
      ? [
          ...partSentence(matrix, options.windows),
          columnsSentence(matrix, options.windows),
          ...layersSentence(matrix, options),
          ...valuesSentences(matrix, statistics, options),
          ...absentSentence(matrix, statistics),
        ]
      : ['It has no cells.']),
  ].join(' ')
}

/** Returns the sentence about the metric, the query and the shape. */
export function subjectSentence(matrix: Matrix, { prose }: Writing): string {
  const { tensor, queryIndex, tokenCount } = matrix
  const metric = prose(tensor.metric) || 'values'
  const label = namesQuery(tensor) ? prose(queryOf(tensor, queryIndex).label) : ''
  const { row, past } = wordsOf(tensor)
  const rows = counted(layerCountOf(tensor, queryIndex), row.one, row.many)
  const shape = `${rows} by ${counted(tokenCount, past.one, past.many)}${paddedShape(matrix)}`
  return `Heatmap of ${metric}${label === '' ? '' : ` for ${label}`}: ${shape}.`
}

/** Returns `, padded to 12 layers and 15 columns` with the sizes that are larger than the query's own; else nothing. */
function paddedShape(matrix: Matrix): string {
  const { tensor, queryIndex, layerCount, columnCount, tokenCount, starts } = matrix
  const { row } = wordsOf(tensor)
  const sizes = [
    ...(layerCount > layerCountOf(tensor, queryIndex)
      ? [counted(layerCount, row.one, row.many)]
      : []),
    ...(columnCount > tokenCount && starts === undefined ? [counted(columnCount, 'column')] : []),
  ]
  return sizes.length === 0 ? '' : `, padded to ${listed(sizes)}`
}

/** Returns the sentence about the order of the columns and the tokens at both ends. */
export function columnsSentence(matrix: Matrix, windows: Windows = {}): string {
  const { tensor, queryIndex, axis, columnCount, tokenOrder } = matrix
  const { query, row, column, hasTokens } = wordsOf(tensor)
  const aligned = tensor.atLayer === undefined ? query : row
  const nameOf = (columnIndex: number): string => {
    const tokenIndex = tokenOfColumn(matrix, columnIndex)
    if (matrix.starts !== undefined) return `column ${alignedColumn(matrix, columnIndex)}`
    if (tensor.atLayer?.starts !== undefined) return `column ${tokenIndex}`
    return axis !== 'distance'
      ? `${column.one} ${sequenceIndex(tensor, tokenIndex)}`
      : `the ${column.one} ${distanceOf(tensor, queryIndex, tokenIndex)} back`
  }
  if (columnCount === 1) return `Its only column is ${nameOf(0)}.${unalignedSentence(matrix)}`
  const [first, end] = cellsInWindow(windows.columns, columnCount)
  const inFile = hasTokens ? ' in the order of the sequence,' : ''
  const inSequence = axis === 'aligned' ? ` aligned in all ${aligned.many},` : inFile
  const sequence = axis === 'distance' ? ' by distance, nearest first,' : inSequence
  const order = tokenOrder === undefined ? sequence : ` ordered by ${tokenOrder.about},`
  return `Columns run${order} from ${nameOf(first)} at the left to ${nameOf(end - 1)} at the right.${unalignedSentence(matrix)}`
}

/** Returns a sentence that counts the columns which the query lacks, after a space; empty if it lacks none. */
function unalignedSentence(matrix: Matrix): string {
  const { unaligned } = absentCells(matrix, 0)
  if (unaligned === 0) return ''
  const { query, row } = wordsOf(matrix.tensor)
  if (matrix.tensor.atLayer !== undefined) {
    return ` ${counted(unaligned, 'more cell')} ${unaligned === 1 ? 'is' : 'are'} in columns that their ${row.one} does not have.`
  }
  const { one } = query
  return ` ${grouped(unaligned)} of them ${unaligned === 1 ? 'is' : 'are'} not in this ${one}.`
}

/** Returns the sentence about the direction of the rows, or nothing if there is one row or no direction. */
export function layersSentence(matrix: Matrix, options: DescribeOptions): string[] {
  const { tensor, layerCount, layerOrder } = matrix
  const { isUpward, writing, windows = {} } = options
  if (isUpward === undefined || layerCount === 1) return []
  const [firstRow, endRow] = cellsInWindow(windows.layers, layerCount)
  const first = layerPhrase(tensor, layerOfRow(matrix, firstRow), writing)
  const last = layerPhrase(tensor, layerOfRow(matrix, endRow - 1), writing)
  const [start, end] = isUpward ? ['bottom', 'top'] : ['top', 'bottom']
  const order = layerOrder === undefined ? '' : ` ordered by ${layerOrder.about},`
  return [`Rows run${order} from ${first} at the ${start} to ${last} at the ${end}.`]
}

function valuesSentences(
  matrix: Matrix,
  statistics: Statistics,
  { writing }: DescribeOptions,
): string[] {
  const { finiteCount, min, max, median, minCell, maxCell } = statistics
  if (minCell === undefined || maxCell === undefined) return []
  const number = writing.numbers([min, max], [median])
  const highest = cellPhrase(matrix, maxCell, number(max), writing)
  const what = finiteName(statistics)
  if (finiteCount === 1) return [`The only cell with a ${what} is ${highest}.`]
  if (min === max) return [`All ${counted(finiteCount, what)} are ${number(min)}.`]
  const lowest = cellPhrase(matrix, minCell, number(min), writing)
  return [
    `The highest cell is ${highest}; the lowest is ${lowest}.`,
    `The median is ${number(median)}.`,
  ]
}

/** Returns the name of a value that is finite: `finite value` if there are others. */
export function finiteName({ aboveCount, belowCount }: Statistics): string {
  return aboveCount + belowCount > 0 ? 'finite value' : 'value'
}

/** Returns the sentence that counts the cells without a finite value, or nothing if there are none. */
export function absentSentence(
  matrix: Matrix,
  statistics: Pick<Statistics, 'cellCount' | 'missingCount' | 'aboveCount' | 'belowCount'>,
): string[] {
  const { cells: cellCount, padding } = absentCells(matrix, statistics.cellCount)
  const kinds: readonly (readonly [count: number, name: string])[] = [
    [statistics.missingCount, 'missing'],
    [statistics.aboveCount, '+Infinity'],
    [statistics.belowCount, '−Infinity'],
    [padding, 'padding'],
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
