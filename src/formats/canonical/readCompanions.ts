import { cellValues } from '../../tensor/CellValues'
import { type Companion } from '../../tensor/Tensor'
import { plainCounted } from '../../text/counted'
import {
  distinctEntries,
  getEntry,
  isObject,
  type JsonNode,
  type JsonObject,
  type NumericRow,
} from '../json/JsonNode'
import { describeNode, PathError, pathText, type JsonPath } from '../json/JsonPath'
import { FLOAT32, FLOAT64 } from './MetadataSchema'
import { numbersOfRows, trimNumbers } from './readValues'

/** Most companions of a file: each is a line beside a value. */
export const MOST_COMPANIONS = 64

/** A row of texts. */
type Texts = readonly (string | null)[]

/** A companion in a document. */
export interface FoundCompanion {
  readonly name: string
  /** The width of its numbers. */
  readonly isFloat32: boolean
  /** Its rows, all in numbers or all in texts: those of all slices of `values`, without the empty ones. */
  readonly rows: FoundRows
}

type FoundRows = readonly NumericRow[] | { readonly texts: readonly Texts[] }

/**
 * Returns the companions of a document after checking that each has the shape of `values`. `isFloat32` is the width of
 * the values, and of all companions that have no `dtype`. Throws PathError (shape, type).
 */
export function readCompanions(
  root: JsonObject,
  numbers: Float64Array,
  isFloat32: boolean,
): readonly FoundCompanion[] {
  const node = getEntry(root, 'companions') ?? null
  const values = getEntry(root, 'values') ?? null
  if (node === null) return []
  if (!isObject(node)) throw wrong(['companions'], node, 'an object of named arrays was expected')
  const rowsAt = (array: JsonNode, path: JsonPath): FoundRows => {
    const placed: PlacedRow[] = []
    collect(['values'], values, { node: array, path }, placed)
    return foundRows(placed, numbers)
  }
  const entries = distinctEntries(node)
  if (entries.length > MOST_COMPANIONS) {
    throw new PathError(
      'shape',
      ['companions'],
      `companions has ${plainCounted(entries.length, 'array')}, but a value has at most ${MOST_COMPANIONS} beside it.`,
      'Keep those that are read beside a value, and save the others as values of other files.',
    )
  }
  return entries.map(([name, entry]) => {
    const path = ['companions', name]
    if (!isObject(entry)) return { name, isFloat32, rows: rowsAt(entry, path) }
    const rows = rowsAt(getEntry(entry, 'values') ?? null, [...path, 'values'])
    const dtype = getEntry(entry, 'dtype') ?? (isFloat32 ? FLOAT32 : FLOAT64)
    if (dtype === FLOAT32 || dtype === FLOAT64) return { name, isFloat32: dtype === FLOAT32, rows }
    throw wrong([...path, 'dtype'], dtype, `"${FLOAT32}" or "${FLOAT64}" was expected`)
  })
}

/**
 * Returns the companions of each slice of `values`, given the numbers of its rows that are not empty. `usedCount` is
 * that of `trimNumbers`.
 */
export function companionsOf(
  found: readonly FoundCompanion[],
  numbers: Float64Array,
  rowCounts: readonly number[],
  usedCount: number,
): readonly (readonly Companion[])[] {
  const parts = found.map(({ rows, isFloat32 }) => {
    if ('texts' in rows) {
      return (first: number, end: number): Companion['values'] =>
        rows.texts.slice(first, end).flat()
    }
    const trimmed = trimNumbers(rows, numbers, isFloat32 ? undefined : usedCount)
    return (first: number, end: number): Companion['values'] =>
      cellValues(numbersOfRows(rows.slice(first, end), trimmed))
  })
  let end = 0
  return rowCounts.map((count) => {
    const first = end
    end += count
    return found.map(({ name }, k) => ({ name, values: parts[k]?.(first, end) ?? [] }))
  })
}

/** A row with its place in the document. */
interface PlacedRow {
  readonly row: NumericRow | Texts
  readonly path: JsonPath
}

function foundRows(placed: readonly PlacedRow[], numbers: Float64Array): FoundRows {
  const numeric = placed.flatMap(({ row }) => ('kind' in row ? [row] : []))
  const text = placed.find(({ row }) => !('kind' in row))
  if (text === undefined) return numeric
  const texts = placed.map(({ row, path }) => {
    if (!('kind' in row)) return row
    const isMissing = numbers.subarray(row.start, row.start + row.length).every(Number.isNaN)
    if (isMissing) return Array<null>(row.length).fill(null)
    throw new PathError(
      'type',
      path,
      `${pathText(path)} is an array of numbers, but ${pathText(text.path)} has texts.`,
      'Write a companion all in numbers or all in texts, and what is missing as null.',
    )
  })
  return { texts }
}

/** Adds the rows of a companion's part beside the part of `values` that has the same shape. */
function collect(
  valuesPath: JsonPath,
  values: JsonNode,
  { node, path }: { readonly node: JsonNode; readonly path: JsonPath },
  rows: PlacedRow[],
): void {
  const wanted = lengthOf(values)
  const found = lengthOf(node)
  if (found === undefined) throw wrong(path, node, 'an array was expected')
  if (found !== wanted) {
    throw new PathError(
      'shape',
      path,
      `${pathText(path)} has ${plainCounted(found, 'entry', 'entries')}, but ${pathText(valuesPath)} has ${wanted ?? 0}.`,
      'A companion has an entry for each value: the same shape as values.',
    )
  }
  if (typeof values !== 'object' || values === null || values.kind === 'object') return
  if (values.kind === 'row') {
    rows.push({ row: rowOf(node, path), path })
    return
  }
  values.items.forEach((item, k) => {
    collect([...valuesPath, k], item, { node: itemOf(node, k, path), path: [...path, k] }, rows)
  })
}

function lengthOf(node: JsonNode): number | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if (node.kind === 'row') return node.length
  return node.kind === 'array' ? node.items.length : undefined
}

/** Returns an item of an array of arrays. */
function itemOf(node: JsonNode, index: number, path: JsonPath): JsonNode {
  if (typeof node === 'object' && node !== null && node.kind === 'array') {
    return node.items[index] ?? null
  }
  throw wrong(path, node, 'an array of arrays was expected')
}

function rowOf(node: JsonNode, path: JsonPath): NumericRow | Texts {
  if (typeof node !== 'object' || node === null || node.kind === 'object') {
    throw wrong(path, node, 'an array was expected')
  }
  if (node.kind === 'row') return node
  const isNumber = typeof node.items.find((item) => item !== null) === 'number'
  return node.items.map((item, k) => {
    if (item === null || (typeof item === 'string' && !isNumber)) return item
    if (typeof item === 'number' && isNumber) return null
    throw wrong([...path, k], item, `a ${isNumber ? 'number' : 'text'} was expected`)
  })
}

function wrong(path: JsonPath, node: JsonNode, expected: string): PathError {
  return new PathError(
    'type',
    path,
    `${pathText(path)} is ${describeNode(node)} where ${expected}.`,
    'A companion has a number, a text or null for each value: the same shape as values.',
  )
}
