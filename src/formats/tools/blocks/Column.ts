import { isObject, itemsOf, type JsonNode, type JsonObject } from '../../json/JsonNode'
import { numberOfText } from './numberOfText'

/** A value that holds no others. */
export type Scalar = null | boolean | number | string

/** A column of a table whose cells are single values. */
export interface Column {
  readonly name: string
  /** One for each row; null where it has none. */
  readonly cells: readonly Scalar[]
}

/** How many times as large as its entries a table may be: that of a mask of half is twice as large. */
export const MOST_GAPS = 8
const SPARE_CELLS = 64

/** Whether a table of so many cells is not much more than the entries that it is made of. */
export function isDense(cellCount: number, entryCount: number): boolean {
  return cellCount <= entryCount * MOST_GAPS + SPARE_CELLS
}

/**
 * The columns of records, in the order of their first appearance; a key that a record has twice is two columns.
 * Undefined where a record holds anything but single values, or hardly two have the same keys.
 */
export function recordColumns(records: readonly JsonNode[]): Column[] | undefined {
  const columns = new Map<string, Slot>()
  const entryCount = records.reduce<number>((sum, record) => {
    return sum + (isObject(record) ? record.entries.length : 0)
  }, 0)
  let last: readonly Slot[] = []
  for (const [row, record] of records.entries()) {
    if (!isObject(record)) return undefined
    const { entries } = record
    // Most records have the keys of the one before them.
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

/** The columns of a record's entries; a key that it has twice has two. New ones are added. */
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

/** The columns of lists of equal length, by name; single values beside them are left out. Undefined for anything else. */
export function listColumns({ entries }: JsonObject, numbers: Float64Array): Column[] | undefined {
  const lists = entries.filter(([, node]) => !isScalar(node))
  const lengths = new Set(lists.map(([, node]) => lengthOf(node)))
  if (lists.length < 2 || lengths.size > 1 || lengths.has(0)) return undefined
  const columns = lists.map(([name, node]) => ({ name, cells: scalarsOf(node, numbers) ?? [] }))
  return columns.every(({ cells }) => cells.length > 0) ? columns : undefined
}

function lengthOf(node: JsonNode): number {
  return typeof node === 'object' && node?.kind === 'row' ? node.length : itemsOf(node).length
}

/** The single values of a list; undefined for any other node. */
export function scalarsOf(node: JsonNode, numbers: Float64Array): readonly Scalar[] | undefined {
  if (typeof node === 'object' && node?.kind === 'row') {
    return Array.from(numbers.subarray(node.start, node.start + node.length))
  }
  const items = itemsOf(node)
  const scalars = items.filter(isScalar)
  return items.length > 0 && scalars.length === items.length ? scalars : undefined
}

/** The numbers of cells, NaN where there is none; undefined where one is something else, or all are missing. */
export function numbersOf(
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
