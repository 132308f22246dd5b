import { isObject, type JsonDocument, type JsonNode, type JsonObject } from '../../json/JsonTree'
import { type Block } from './Block'
import { listColumns, recordColumns, type Column } from './Column'
import { longTable } from './longBlocks'
import { type NamedBlock } from './NamedBlock'
import { wideTable } from './wideBlock'

/** The table that records are: `[{"layer": 0, "token": "the", "value": 0.1}, …]` or `[{"the": 0.1, "cat": 0.2}, …]`. */
export function tableOfRecords(records: readonly JsonNode[]): NamedBlock[] {
  return tableOf(recordColumns(records))
}

/**
 * The table that an object is, by columns or by rows: of lists of equal length, or of objects of single values. Its keys
 * are the outermost dimension.
 */
export function tableOfObject(object: JsonObject, { numbers }: JsonDocument): NamedBlock[] {
  const lists = listColumns(object, numbers)
  if (lists !== undefined) return tableOf(lists, true)
  const { entries } = object
  if (entries.length === 0 || !entries.every(([, node]) => isObject(node))) return []
  const inner = recordColumns(entries.map(([, node]) => node))
  if (inner === undefined) return []
  const keys = entries.map(([key]) => key)
  const outer = keys.map((name, row) => ({
    name,
    cells: inner.map(({ cells }) => cells[row] ?? null),
  }))
  const long = longTable(inner) ?? longTable(outer)
  if (long !== undefined) return long
  const isPlain = inner.every(({ cells }) => cells.every((cell) => typeof cell !== 'string'))
  return named(
    isPlain
      ? wideTable(inner, keys)
      : wideTable(
          outer,
          inner.map(({ name }) => name),
        ),
  )
}

export function tableOf(
  columns: readonly Column[] | undefined,
  isTransposed = false,
): NamedBlock[] {
  if (columns === undefined) return []
  const long = longTable(columns)
  if (long !== undefined) return long
  const block = wideTable(columns)
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
