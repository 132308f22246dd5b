import { isObject, type JsonDocument, type JsonNode, type JsonObject } from '../../json/JsonNode'
import { type Block, type NamedBlock } from './Block'
import { listColumns, recordColumns, type Column } from './Column'
import { longBlocks } from './longBlocks'
import { wideBlock } from './wideBlock'

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
