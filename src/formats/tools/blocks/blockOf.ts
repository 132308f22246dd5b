import {
  isObject,
  itemsOf,
  type JsonArray,
  type JsonDocument,
  type JsonNode,
  type NumericRow,
} from '../../json/JsonNode'
import { rowDepthOf } from '../../json/rowDepthOf'
import { MAX_RANK, type Block } from './Block'
import { numberOfText } from './numberOfText'
import { typedBlock } from './typedBlock'

/** Share of the document's numbers from which on they are kept as they are, not copied. */
const MIN_SHARE = 0.75

/**
 * The numbers of nested arrays, also of texts that are numbers, or of a typed array; rows may be ragged. Undefined for
 * any other node. Of nested arrays that stand in the file row by row it is a view, not a copy.
 */
export function blockOf(node: JsonNode | undefined, document: JsonDocument): Block | undefined {
  if (isObject(node)) return typedBlock(node, document)
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

type Row = NumericRow | JsonArray

interface Gathered {
  /** Of all dimensions but the innermost. */
  readonly sizes: number[]
  readonly rows: Row[]
}

/** Collects the rows that stand `rank` arrays deeper; false where the arrays around them differ in length. */
function gather(node: JsonNode, rank: number, gathered: Gathered, depth = 0): boolean {
  // A row that is null is one without values.
  const array: JsonNode = node ?? { kind: 'array', items: [] }
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
  // Texts such as "nan" and "" alone are no numbers.
  return textCount > 0 && values.every(Number.isNaN) ? undefined : { values, textCount }
}

/** The stretch of the document's numbers that all rows make, where it is one and worth keeping the rest for. */
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
