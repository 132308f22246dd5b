import { isObject, type JsonDocument, type JsonNode, type JsonObject } from '../../json/JsonNode'
import { type Block, type NamedBlock } from './Block'
import { listColumns, recordColumns, type TableColumn } from './TableColumn'
import { longBlocks } from './longBlocks'
import { wideBlocks } from './wideBlocks'

/**
 * Returns the table of records: `[{"layer": 0, "token": "the", "value": 0.1}, …]` or `[{"the": 0.1, "cat": 0.2}, …]`.
 */
export function recordBlocks(records: readonly JsonNode[]): NamedBlock[] {
  return tableBlocks(recordColumns(records))
}

/** Says that pandas writes columns first or rows first, for a table that shows neither. */
const EITHER_WAY =
  'The outer keys are read as columns, as pandas writes them, but they may be rows: both levels only count.'
const NAMES_ONLY =
  'The outer keys are read as rows, but they may be columns, as pandas writes them.'

/**
 * Returns the table of an object: lists of equal length, whose keys are rows, or objects of single values. pandas
 * writes columns of rows (`orient="columns"`) or rows of columns (`orient="index"`): an index that counts says which.
 */
export function objectBlocks(object: JsonObject, { numbers }: JsonDocument): NamedBlock[] {
  const lists = listColumns(object, numbers)
  if (lists !== undefined) return tableBlocks(lists, true)
  const { entries } = object
  if (entries.length === 0 || !entries.every(([, node]) => isObject(node))) return []
  const inner = recordColumns(entries.map(([, node]) => node))
  if (inner === undefined) return []
  const keys = entries.map(([key]) => key)
  const innerKeys = inner.map(({ name }) => name)
  const outer = keys.map((name, row) => ({
    name,
    cells: inner.map(({ cells }) => cells[row] ?? null),
  }))
  const long = longBlocks(inner) ?? longBlocks(outer)
  if (long !== undefined) return long
  if (isCounting(innerKeys)) {
    const blocks = wideBlocks(outer)
    return isCounting(keys) ? doubted(blocks, EITHER_WAY) : blocks
  }
  const isPlain = inner.every(({ cells }) => cells.every((cell) => typeof cell !== 'string'))
  if (!isPlain) return wideBlocks(outer, innerKeys)
  return isCounting(keys) ? wideBlocks(inner) : doubted(wideBlocks(inner, keys), NAMES_ONLY)
}

function isCounting(keys: readonly string[]): boolean {
  return keys.every((key, i) => key === String(i))
}

function doubted(blocks: readonly NamedBlock[], doubt: string): NamedBlock[] {
  return blocks.map(({ name, block }) => ({ name, block: Object.assign(block, { doubt }) }))
}

/**
 * Returns the arrays of a table in long form, or else its numbers, rows outermost; columns outermost if `isTransposed`.
 * Without columns there is no array.
 */
export function tableBlocks(
  columns: readonly TableColumn[] | undefined,
  isTransposed = false,
): NamedBlock[] {
  if (columns === undefined) return []
  const long = longBlocks(columns)
  if (long !== undefined) return long
  const blocks = wideBlocks(columns)
  if (!isTransposed) return blocks
  return blocks.map(({ name, block }) => ({ name, block: transposed(block) }))
}

function transposed(block: Block): Block {
  const { values, dimensions } = block
  const columnCount = dimensions.slice(1).reduce((product, { size }) => product * size, 1)
  const rowCount = dimensions[0]?.size ?? 0
  return Object.assign({}, block, {
    values: Float64Array.from(values, (_, cell) => {
      return values[(cell % rowCount) * columnCount + Math.floor(cell / rowCount)] ?? NaN
    }),
    dimensions: [...dimensions.slice(1), ...dimensions.slice(0, 1)],
  })
}
