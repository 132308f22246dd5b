import {
  getEntry,
  arrayNode,
  isObject,
  itemsOf,
  rowDepthOf,
  type JsonArray,
  type JsonDocument,
  type JsonNode,
  type JsonObject,
  type NumericRow,
} from '../../json/JsonNode'
import { textsOf } from './textsOf'
import { MAX_RANK, numberOfText, typedBlock, type Block } from './Block'

/** Share of the document's numbers from which the block is a view instead of a copy. */
const MIN_SHARE = 0.75

/**
 * Returns the numbers of nested arrays or of a typed array. Texts that are numbers count as numbers, and rows may be
 * ragged. Returns undefined for any other node. If the nested arrays are stored row by row in the file and hold most of
 * its numbers, the block is a view, not a copy.
 */
export function numericBlock(
  node: JsonNode | undefined,
  document: JsonDocument,
): Block | undefined {
  if (isObject(node)) return typedBlock(node, document) ?? flatBlock(node, document)
  if (typeof node !== 'object' || node === null) return undefined
  const rank = node.kind === 'row' ? 0 : rowDepthOf(node)
  if (rank === undefined || rank >= MAX_RANK) return undefined
  const gathered: Gathered = { sizes: [], rows: [] }
  if (!gather(node, rank, gathered)) return undefined
  const { sizes, rows } = gathered
  const content = contentOf(rows, document)
  if (content === undefined) return undefined
  const lengths = Uint32Array.from(rows, lengthOf)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const isRagged = lengths.some((length) => length !== longest)
  return {
    ...content,
    dimensions: [...sizes, longest].map((size) => ({ size })),
    ...(isRagged && { rowLengths: lengths }),
  }
}

/**
 * Returns a flat list of numbers with its shape, as Transformers.js and ONNX write tensors: `{"dims": [2, 3], "data":
 * [1, 2, 3, 4, 5, 6]}`. The list may be an object with indices as keys. Returns undefined if there are more or fewer
 * numbers.
 */
function flatBlock(object: JsonObject, document: JsonDocument): Block | undefined {
  const shape = textsOf(getEntry(object, 'shape') ?? getEntry(object, 'dims'), document.numbers)
  if (shape === undefined || shape.length > MAX_RANK) return undefined
  const data = getEntry(object, 'data') ?? getEntry(object, 'values')
  const flat = numericBlock(isObject(data) ? listOfIndices(data) : data, document)
  const sizes = shape.map(Number)
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) return undefined
  const isWhole = flat?.values.length === sizes.reduce((product, size) => product * size, 1)
  if (flat?.dimensions.length !== 1 || !isWhole) return undefined
  return { ...flat, dimensions: sizes.map((size) => ({ size })) }
}

/** Returns the values of an object whose keys are 0, 1, 2 … as a list; undefined for any other object. */
function listOfIndices({ entries }: JsonObject): JsonArray | undefined {
  const isCounting = entries.every(([key], i) => key === String(i))
  return isCounting ? { kind: 'array', items: entries.map(([, value]) => value) } : undefined
}

type Row = NumericRow | JsonArray

interface Gathered {
  /** Lengths of all dimensions except the innermost. */
  readonly sizes: number[]
  readonly rows: Row[]
}

/** Collects the rows inside `rank` nested arrays. Returns false if arrays of one depth differ in length. */
function gather(node: JsonNode, rank: number, gathered: Gathered, depth = 0): boolean {
  // Null in the place of a row is a row without values.
  const array = node ?? arrayNode([])
  if (typeof array !== 'object' || array.kind === 'object') return false
  if (depth === rank) {
    gathered.rows.push(array)
    return true
  }
  if (array.kind === 'row') return false
  const { sizes } = gathered
  if (sizes.length === depth) sizes.push(array.items.length)
  if (sizes[depth] !== array.items.length) return false
  return array.items.every((item) => gather(item, rank, gathered, depth + 1))
}

function lengthOf(row: Row): number {
  return row.kind === 'row' ? row.length : row.items.length
}

function contentOf(
  rows: readonly Row[],
  { numbers }: JsonDocument,
): Pick<Block, 'values' | 'textCount'> | undefined {
  const view = viewOf(rows, numbers)
  if (view !== undefined) return { values: view, textCount: 0 }
  const values = new Float64Array(rows.reduce((sum, row) => sum + lengthOf(row), 0))
  let at = 0
  let textCount = 0
  for (const row of rows) {
    if (row.kind === 'row') values.set(numbers.subarray(row.start, row.start + row.length), at)
    for (const [i, item] of itemsOf(row).entries()) {
      const value = typeof item === 'string' ? numberOfText(item) : (item ?? NaN)
      if (typeof value !== 'number') return undefined
      if (typeof item === 'string') textCount++
      values[at + i] = value
    }
    at += lengthOf(row)
  }
  // Texts such as "nan" and "" alone are not numbers.
  return textCount > 0 && values.every(Number.isNaN) ? undefined : { values, textCount }
}

/**
 * Returns the rows as one range of the document's numbers, or undefined if they are not consecutive. The range is a
 * copy if its share is too small to keep the other numbers in memory.
 */
function viewOf(rows: readonly Row[], numbers: Float64Array): Float64Array | undefined {
  let start = -1
  let end = -1
  for (const row of rows) {
    if (lengthOf(row) === 0) continue
    if (row.kind !== 'row' || (end >= 0 && row.start !== end)) return undefined
    if (start < 0) start = row.start
    end = row.start + row.length
  }
  const isMost = (end - start) * 8 >= numbers.buffer.byteLength * MIN_SHARE
  const view = numbers.subarray(Math.max(start, 0), Math.max(end, 0))
  return isMost ? view : view.slice()
}
