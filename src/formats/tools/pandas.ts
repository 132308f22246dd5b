import { getEntry, itemsOf, type JsonDocument, type JsonNode } from '../json/JsonNode'
import { pathText } from '../json/JsonPath'
import { type NamedBlock } from './blocks/Block'
import { scalarsOf, type TableColumn } from './blocks/TableColumn'
import { indexColumns, typedColumn } from './blocks/columnKind'
import { longBlocks, MOST_COLUMNS } from './blocks/longBlocks'
import { numericBlock } from './blocks/numericBlock'
import { textsOf } from './blocks/textsOf'
import { wideBlocks } from './blocks/wideBlocks'
import { type CountedArray, type Tool } from './Tool'

/** The number of columns among which an index is searched. */
const LEAD = 3

/** The output of `to_json(orient="split")` of pandas: `{"columns": […], "index": […], "data": [[…], …]}`. */
export const pandas: Tool = {
  keys: ['columns'],
  read(object, path, document) {
    const { numbers } = document
    const columns = textsOf(getEntry(object, 'columns'), numbers)
    const data = getEntry(object, 'data')
    if (columns === undefined || data === undefined) return undefined
    const index = textsOf(getEntry(object, 'index'), numbers)
    // An index that only counts has no information, but a column may name the rows.
    const rows = index?.every((label, row) => label === String(row)) === true ? undefined : index
    const matrix = matrixOf(data, { rows, columns }, document)
    const table = matrix === undefined ? rowColumns(itemsOf(data), columns, numbers) : undefined
    const blocks = matrix ?? (table && tableOf(table, rows)) ?? plainBlocks(data, columns, document)
    const arrays = blocks.map(({ name, block }): CountedArray => {
      const { values, dimensions, textCount, doubt } = block
      return {
        name: pathText(name === '' ? path : [...path, name]),
        values,
        dimensions,
        textCount,
        ...(doubt !== undefined && { doubt }),
      }
    })
    const left = blocks.flatMap(({ block }) => block.notices ?? [])
    if (arrays.length === 0) return undefined
    return { arrays, notice: 'Table of pandas (split).', left }
  },
}

function tableOf(table: readonly TableColumn[], rows: readonly string[] | undefined): NamedBlock[] {
  return longBlocks(table) ?? wideBlocks(table, rows)
}

interface Labels {
  readonly rows: readonly string[] | undefined
  readonly columns: readonly string[]
}

/**
 * Returns the numbers of a table with many columns and without an index among them; undefined for any other table,
 * which is read by its columns.
 */
function matrixOf(
  data: JsonNode,
  { rows, columns }: Labels,
  document: JsonDocument,
): NamedBlock[] | undefined {
  if (columns.length <= MOST_COLUMNS) return undefined
  const block = numericBlock(data, document)
  const [down, across] = block?.dimensions ?? []
  if (block === undefined || down === undefined || across?.size !== columns.length) return undefined
  const lead = columns.slice(0, LEAD).map((name, column) => {
    const cells = Array.from(
      { length: down.size },
      (_, row) => block.values[row * columns.length + column] ?? null,
    )
    return typedColumn({ name, cells })
  })
  if (block.rowLengths !== undefined || indexColumns(lead).length > 0) return undefined
  const labelled = [
    { ...down, ...(rows && { labels: rows }) },
    { ...across, labels: columns },
  ]
  return [{ name: '', block: { ...block, dimensions: labelled } }]
}

/** Returns the numbers of rows that differ in length from the list of columns. */
function plainBlocks(
  data: JsonNode,
  columns: readonly string[],
  document: JsonDocument,
): NamedBlock[] {
  const block = numericBlock(data, document)
  if (block === undefined) return []
  const dimensions = block.dimensions.map((dimension, d) =>
    d === 1 && dimension.size === columns.length ? { ...dimension, labels: columns } : dimension,
  )
  return [{ name: '', block: { ...block, dimensions } }]
}

/**
 * Returns the columns of a list of rows, or undefined if the rows hold anything but single values or differ in length.
 */
function rowColumns(
  rows: readonly JsonNode[],
  names: readonly string[],
  numbers: Float64Array,
): TableColumn[] | undefined {
  const cells = rows.map((row) => scalarsOf(row, numbers))
  if (!cells.every((row) => row?.length === names.length)) return undefined
  return names.map((name, column) => ({ name, cells: cells.map((row) => row?.[column] ?? null) }))
}
