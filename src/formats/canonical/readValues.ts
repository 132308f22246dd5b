import { rowDepthOf, type JsonArray, type JsonNode, type NumericRow } from '../json/JsonNode'
import { describeNode, PathError, pathText, type JsonPath } from '../json/JsonPath'
import { checkRows } from '../source/Budget'

/** One tensor of `values`: the rows of each query, and the place of each query in the document. */
export interface Slice {
  /** Leading indices if `values` has more than three dimensions; otherwise empty. */
  readonly index: readonly number[]
  readonly queries: readonly QueryRows[]
}

/** The layers of one query. */
export interface QueryRows {
  readonly path: JsonPath
  /** One row for each layer; undefined means an empty row. */
  readonly rows: readonly (NumericRow | undefined)[]
}

const NESTING = 'Values are nested [query][layer][token], or [layer][token] for one query.'

/**
 * Returns the tensors of `values` after checking their nesting. The rows of a slice are consecutive in the number
 * store, as they are in the file. Throws PathError (shape, type, empty).
 */
export function readValues(node: JsonNode, path: JsonPath): Slice[] {
  if (typeof node !== 'object' || node === null || node.kind === 'object') {
    throw wrong(path, node, 'nested arrays of numbers were expected')
  }
  if (node.kind === 'row') throw tooFlat(path, node.length)
  const rowDepth = rowDepthOf(node)
  if (rowDepth === undefined) {
    const name = path.length === 0 ? 'The file' : 'The array'
    throw new PathError('empty', path, `${name} holds no values at all.`, NESTING)
  }
  if (rowDepth === 0) throw itemOfRow(node, path)
  return slicesOf(node, path, rowDepth)
}

/** Most tensors of a file. A model of 80 layers with 64 heads each has 5120 arrays of its attention. */
const MOST_SLICES = 1 << 13

interface Level {
  readonly index: readonly number[]
  readonly node: JsonArray
}

function slicesOf(node: JsonArray, path: JsonPath, rowDepth: number): Slice[] {
  let level: readonly Level[] = [{ index: [], node }]
  for (let depth = 0; depth < rowDepth - 2; depth++) {
    const count = level.reduce((sum, { node: parent }) => sum + parent.items.length, 0)
    if (count > MOST_SLICES) throw tooMany(path, count)
    level = level.flatMap(({ index, node: parent }) =>
      parent.items.map((item, i) => ({
        index: [...index, i],
        node: arrayAt(item, [...path, ...index, i], 'an array of arrays was expected'),
      })),
    )
  }
  return level.map(({ index, node: slice }) => {
    const at = [...path, ...index]
    if (rowDepth === 1) return { index, queries: [queryRows(slice, at)] }
    const queries = slice.items.map((item, q) =>
      queryRows(arrayAt(item, [...at, q], 'an array of layers was expected'), [...at, q]),
    )
    return { index, queries }
  })
}

function queryRows(layers: JsonArray, path: JsonPath): QueryRows {
  checkRows(layers.items.length)
  return { path, rows: layers.items.map((item, layer) => rowAt(item, path, layer)) }
}

function rowAt(node: JsonNode, path: JsonPath, layer: number): NumericRow | undefined {
  if (typeof node === 'object' && node !== null) {
    if (node.kind === 'row') return node
    if (node.kind === 'array' && node.items.length === 0) return undefined
    if (node.kind === 'array') throw itemOfRow(node, [...path, layer])
  }
  throw wrong([...path, layer], node, 'a row of numbers was expected')
}

function arrayAt(node: JsonNode, path: JsonPath, expected: string): JsonArray {
  if (typeof node === 'object' && node !== null && node.kind === 'array') return node
  throw wrong(path, node, expected)
}

/** Returns the error for an array in the place of a row. It points at the first item that is not a number. */
function itemOfRow(node: JsonArray, path: JsonPath): PathError {
  const index = node.items.findIndex((item) => typeof item !== 'number' && item !== null)
  const item = node.items[index] ?? null
  return wrong([...path, index], item, 'a number was expected')
}

function wrong(path: JsonPath, node: JsonNode, expected: string): PathError {
  const where = path.length === 0 ? 'The document' : pathText(path)
  const isText = typeof node === 'string'
  const advice = isText ? 'Write numbers without quotes, and a missing one as null.' : NESTING
  return new PathError(
    isText || typeof node === 'boolean' ? 'type' : 'shape',
    path,
    `${where} is ${describeNode(node)} where ${expected}.`,
    advice,
  )
}

function tooFlat(path: JsonPath, length: number): PathError {
  const name = path.length === 0 ? 'The file' : 'The array'
  const message = `${name} is a single row of ${length} numbers, without layers.`
  return new PathError('shape', path, message, NESTING)
}

function tooMany(path: JsonPath, count: number): PathError {
  const name = path.length === 0 ? 'The file' : 'The array'
  const message = `${name} holds ${count} tensors or more, but at most ${MOST_SLICES} are read at once.`
  return new PathError('shape', path, message, `${NESTING} Split the file.`)
}

/** The numbers of some rows, and the index of the first of them among the numbers of the document. */
export interface TrimmedNumbers {
  readonly numbers: Float64Array | Float32Array
  readonly origin: number
}

/** Share of the buffer that may stay unused. Above it, a copy of the used part takes less memory in the end. */
const MAX_WASTE = 0.25

/** Returns the rows of slices in their order, without the empty ones. */
export function filledRows(slices: readonly Slice[]): NumericRow[] {
  return slices
    .flatMap(({ queries }) => queries.flatMap((query) => query.rows))
    .filter((row) => row !== undefined)
}

/**
 * Returns the numbers of consecutive rows, in a buffer of their own if `usedCount`, the number of all values that stay
 * in the buffer of the document, is much smaller than it. If `usedCount` is undefined, they are float32.
 */
export function trimNumbers(
  rows: readonly NumericRow[],
  numbers: Float64Array,
  usedCount: number | undefined,
): TrimmedNumbers {
  const origin = rows[0]?.start ?? 0
  const last = rows.at(-1)
  const used = numbers.subarray(origin, last === undefined ? origin : last.start + last.length)
  if (usedCount === undefined) return { numbers: Float32Array.from(used), origin }
  const isWasteful = usedCount * used.BYTES_PER_ELEMENT < used.buffer.byteLength * (1 - MAX_WASTE)
  return { numbers: isWasteful ? used.slice() : used, origin }
}

/** Returns the numbers of consecutive rows as a view, not a copy. */
export function numbersOfRows(
  rows: readonly NumericRow[],
  { numbers, origin }: TrimmedNumbers,
): Float64Array | Float32Array {
  const start = (rows[0]?.start ?? origin) - origin
  return numbers.subarray(
    start,
    rows.reduce((end, { length }) => end + length, start),
  )
}
