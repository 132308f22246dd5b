import { type JsonNode } from '../json/JsonTree'
import { scalarsOf, type Column } from './blocks/Column'

/** The columns of a list of rows; undefined where these hold anything but single values, or differ in length. */
export function rowColumns(
  rows: readonly JsonNode[],
  names: readonly string[],
  numbers: Float64Array,
): Column[] | undefined {
  const cells = rows.map((row) => scalarsOf(row, numbers))
  if (!cells.every((row) => row?.length === names.length)) return undefined
  return names.map((name, column) => ({ name, cells: cells.map((row) => row?.[column] ?? null) }))
}
