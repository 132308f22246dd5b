import { isObject, itemsOf, type JsonNode, type JsonObject } from '../json/JsonTree'
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
  const columns = new Map<string, { readonly name: string; readonly cells: Scalar[] }>()
  const entryCount = records.reduce<number>((sum, record) => {
    return sum + (isObject(record) ? record.entries.length : 0)
  }, 0)
  for (const [row, record] of records.entries()) {
    if (!isObject(record)) return undefined
    for (const [id, name, node] of distinct(record)) {
      if (!isScalar(node) || !isDense(columns.size * records.length, entryCount)) return undefined
      const column = columns.get(id) ?? { name, cells: records.map(() => null) }
      column.cells[row] = node
      columns.set(id, column)
    }
  }
  return columns.size === 0 ? undefined : [...columns.values()]
}

function isScalar(node: JsonNode): node is Scalar {
  return typeof node !== 'object' || node === null
}

/** Entries with a key that tells equal ones apart. */
function* distinct({ entries }: JsonObject): Generator<[id: string, name: string, node: JsonNode]> {
  const counts = new Map<string, number>()
  for (const [key, node] of entries) {
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    yield [`${count} ${key}`, key, node]
  }
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
