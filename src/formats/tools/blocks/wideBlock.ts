import { roleOfName } from '../../foreign/roleOfName'
import { type Block } from './Block'
import { numbersOf, type Column, type Scalar } from './Column'

/** Names of columns that contain the names of the rows. */
const NAMES_ROWS =
  /^(?:|index|level_0|unnamed: 0|layers?|blocks?|tokens?|words?|pos(?:ition)?|id)$/i

/** Names of columns whose numbers are not values. */
const IS_ID = /^(?:(?:token|input)[ _]?ids?|ids?|index|pos(?:ition)?)$/i

/**
 * Returns the values of a table with one row and one column for each index: its columns of numbers, rows outermost. The
 * names of the rows are `rowLabels`, or else the first column of texts. Returns undefined if no column holds numbers.
 */
export function wideBlock(
  columns: readonly Column[],
  rowLabels?: readonly string[],
): Block | undefined {
  const names = rowLabels === undefined ? namesOf(columns) : undefined
  const numeric = columns.filter((column) => column !== names && !IS_ID.test(column.name))
  const found = numeric.flatMap(({ name, cells }) => {
    const numbers = numbersOf(cells)
    // A column in which all cells are null is a column of missing values.
    const isMissing = cells.every((cell) => cell === null)
    return numbers === undefined && !isMissing ? [] : [{ name, numbers }]
  })
  if (found.every(({ numbers }) => numbers === undefined)) return undefined
  const labels = rowLabels ?? names?.cells.map((cell) => String(cell ?? ''))
  const rowCount = columns[0]?.cells.length ?? 0
  const size = found.length
  const values = new Float64Array(rowCount * size).fill(NaN)
  found.forEach(({ numbers }, column) => {
    numbers?.values.forEach((value, row) => (values[row * size + column] = value))
  })
  return {
    values,
    dimensions: [
      Object.assign({ size: rowCount }, labels && { labels }, roleName(names)),
      { size, labels: found.map(({ name }) => name) },
    ],
    textCount: found.reduce((sum, { numbers }) => sum + (numbers?.textCount ?? 0), 0),
  }
}

function namesOf(columns: readonly Column[]): Column | undefined {
  const [first] = columns
  const texts = columns.find(({ cells }) => cells.some(isText) && numbersOf(cells) === undefined)
  const isNamed = first !== undefined && columns.length > 1 && NAMES_ROWS.test(first.name)
  return texts ?? (isNamed ? first : undefined)
}

function isText(cell: Scalar): boolean {
  return typeof cell === 'string'
}

function roleName(column: Column | undefined): { readonly name: string } | undefined {
  return column === undefined || roleOfName(column.name) === undefined
    ? undefined
    : { name: column.name }
}
