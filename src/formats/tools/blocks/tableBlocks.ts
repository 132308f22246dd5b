import { roleOfName } from '../../foreign/roleOfName'
import { isObject, type JsonDocument, type JsonNode, type JsonObject } from '../../json/JsonNode'
import { type Block, type NamedBlock } from './Block'
import { listColumns, numbersOf, recordColumns, type Column, type Scalar } from './Column'
import { longBlocks } from './longBlocks'

/**
 * Returns the table of records: `[{"layer": 0, "token": "the", "value": 0.1}, …]` or `[{"the": 0.1, "cat": 0.2}, …]`.
 */
export function recordBlocks(records: readonly JsonNode[]): NamedBlock[] {
  return tableBlocks(recordColumns(records))
}

/**
 * Returns the table of an object, by columns or by rows: lists of equal length, or objects of single values. Its keys
 * are the outermost dimension.
 */
export function objectBlocks(object: JsonObject, { numbers }: JsonDocument): NamedBlock[] {
  const lists = listColumns(object, numbers)
  if (lists !== undefined) return tableBlocks(lists, true)
  const { entries } = object
  if (entries.length === 0 || !entries.every(([, node]) => isObject(node))) return []
  const inner = recordColumns(entries.map(([, node]) => node))
  if (inner === undefined) return []
  const keys = entries.map(([key]) => key)
  const outer = keys.map((name, row) => ({
    name,
    cells: inner.map(({ cells }) => cells[row] ?? null),
  }))
  const long = longBlocks(inner) ?? longBlocks(outer)
  if (long !== undefined) return long
  const isPlain = inner.every(({ cells }) => cells.every((cell) => typeof cell !== 'string'))
  return named(
    isPlain
      ? wideBlock(inner, keys)
      : wideBlock(
          outer,
          inner.map(({ name }) => name),
        ),
  )
}

/**
 * Returns the arrays of a table in long form, or else its numbers as one array, rows outermost; columns outermost if
 * `isTransposed`. Without columns there is no array.
 */
export function tableBlocks(
  columns: readonly Column[] | undefined,
  isTransposed = false,
): NamedBlock[] {
  if (columns === undefined) return []
  const long = longBlocks(columns)
  if (long !== undefined) return long
  const block = wideBlock(columns)
  return named(block !== undefined && isTransposed ? transposed(block) : block)
}

function named(block: Block | undefined): NamedBlock[] {
  return block === undefined ? [] : [{ name: '', block }]
}

function transposed({ values, dimensions, textCount }: Block): Block {
  const [rows, columns] = dimensions
  const rowCount = rows?.size ?? 0
  const columnCount = columns?.size ?? 0
  return {
    values: Float64Array.from(values, (_, cell) => {
      return values[(cell % rowCount) * columnCount + Math.floor(cell / rowCount)] ?? NaN
    }),
    dimensions: dimensions.toReversed(),
    textCount,
  }
}

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
