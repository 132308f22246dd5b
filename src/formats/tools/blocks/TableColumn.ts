import { isObject, itemsOf, type JsonNode, type JsonObject } from '../../json/JsonNode'
import { numberOfText } from './Block'

/** A single value, without values inside. */
export type Scalar = null | boolean | number | string

/** A column of a table. Its cells are single values. */
export interface TableColumn {
  readonly name: string
  /** One cell for each row; null if the row has no value. */
  readonly cells: readonly Scalar[]
}

/** The largest allowed ratio of a table's cells to its entries. The table of a triangular mask has a ratio of 2. */
const MOST_GAPS = 8
const SPARE_CELLS = 64

/** Whether a table of `cellCount` cells is not much larger than the entries from which it is made. */
export function isDense(cellCount: number, entryCount: number): boolean {
  return cellCount <= entryCount * MOST_GAPS + SPARE_CELLS
}

/**
 * Returns the columns of records, in the order of their first appearance. A key that occurs twice in a record becomes
 * two columns. Returns undefined if a record holds anything but single values, or if hardly any two records have the
 * same keys.
 */
export function recordColumns(records: readonly JsonNode[]): TableColumn[] | undefined {
  const columns = new Map<string, Slot>()
  const entryCount = records.reduce<number>((sum, record) => {
    return sum + (isObject(record) ? record.entries.length : 0)
  }, 0)
  let last: readonly Slot[] = []
  for (const [row, record] of records.entries()) {
    if (!isObject(record)) return undefined
    const { entries } = record
    // Most records have the same keys as the record before them.
    const isSame =
      last.length === entries.length && last.every(({ name }, i) => entries[i]?.[0] === name)
    if (!isSame) {
      const columnCount = columns.size + entries.length
      if (!isDense(columnCount * records.length, entryCount)) return undefined
      last = slotsOf(record, columns, records.length)
    }
    for (const [i, { cells }] of last.entries()) {
      const node = entries[i]?.[1] ?? null
      if (!isScalar(node)) return undefined
      cells[row] = node
    }
  }
  return columns.size === 0 ? undefined : [...columns.values()]
}

interface Slot {
  readonly name: string
  readonly cells: Scalar[]
}

/** Returns the columns of a record's entries, and adds the new ones. A key that occurs twice has two columns. */
function slotsOf({ entries }: JsonObject, columns: Map<string, Slot>, rowCount: number): Slot[] {
  const counts = new Map<string, number>()
  return entries.map(([name]) => {
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    const id = `${count} ${name}`
    const slot = columns.get(id) ?? { name, cells: Array.from({ length: rowCount }, () => null) }
    columns.set(id, slot)
    return slot
  })
}

function isScalar(node: JsonNode): node is Scalar {
  return typeof node !== 'object' || node === null
}

/**
 * Returns the columns of lists of equal length, by name. Single values beside them are left out. Returns undefined for
 * anything else.
 */
export function listColumns(
  { entries }: JsonObject,
  numbers: Float64Array,
): TableColumn[] | undefined {
  const lists = entries.filter(([, node]) => !isScalar(node))
  const lengths = new Set(lists.map(([, node]) => lengthOf(node)))
  if (lists.length < 2 || lengths.size > 1 || lengths.has(0)) return undefined
  const columns = lists.map(([name, node]) => ({ name, cells: scalarsOf(node, numbers) ?? [] }))
  return columns.every(({ cells }) => cells.length > 0) ? columns : undefined
}

function lengthOf(node: JsonNode): number {
  return typeof node === 'object' && node?.kind === 'row' ? node.length : itemsOf(node).length
}

/** Returns the single values of a list, or undefined for any other node. */
export function scalarsOf(node: JsonNode, numbers: Float64Array): readonly Scalar[] | undefined {
  if (typeof node === 'object' && node?.kind === 'row') {
    return Array.from(numbers.subarray(node.start, node.start + node.length))
  }
  const items = itemsOf(node)
  const scalars = items.filter(isScalar)
  return items.length > 0 && scalars.length === items.length ? scalars : undefined
}

/**
 * Returns the numbers of cells, with NaN for missing ones. Returns undefined if a cell is anything else, or if all are
 * missing.
 */
export function cellNumbers(
  cells: readonly Scalar[],
): { readonly values: Float64Array; readonly textCount: number } | undefined {
  const values = new Float64Array(cells.length)
  let textCount = 0
  for (const [i, cell] of cells.entries()) {
    const value = typeof cell === 'string' ? numberOfText(cell) : (cell ?? NaN)
    if (typeof value !== 'number') return undefined
    if (typeof cell === 'string') textCount++
    values[i] = value
  }
  return values.every(Number.isNaN) ? undefined : { values, textCount }
}
