import { areFloat32, type Numbers } from '../../tensor/CellValues'
import {
  rowOf,
  tokenCountOf,
  valuesOfQuery,
  valuesOfRow,
  type Row,
  type Tensor,
} from '../../tensor/Tensor'
import { type Sliced } from '../Sliced'
import { type Part } from './Part'

/** The rows of parts one after the other, as a tensor stores them. */
export interface JoinedRows extends Pick<
  Tensor,
  'rowOffsets' | 'queryRows' | 'tokenCounts' | 'align'
> {
  /** The values in blocks of whole rows. */
  readonly blocks: readonly Numbers[]
  /** Number of missing cells that were put into rows, because a row covers neither end of its tokens. */
  readonly filledCount: number
}

/** A row in its place among the tokens of the joined query; the end is exclusive. */
interface Placed {
  readonly row: Row
  readonly first: number
  readonly end: number
}

/**
 * Returns the rows of parts. `layers` are the layers of each part, −1 for an empty row; `firstIndex` is the index in the
 * sequence of the first token of all. Values are views where nothing has to be filled in or widened.
 */
export function* joinedRows(
  parts: readonly Part[],
  layers: readonly (readonly number[])[],
  firstIndex: number,
): Sliced<JoinedRows> {
  const tokenCounts = Uint32Array.from(parts, ({ tensor, queryIndex }) => {
    return tokenCountOf(tensor, queryIndex) + tensor.firstIndex - firstIndex
  })
  const placed = parts.map((part, k) => placedRows(part, layers[k] ?? [], firstIndex))
  const [startGap, endGap] = [gapBefore, gapAfter].map((gapOf) =>
    placed.reduce((sum, rows, k) => sum + sumOf(rows, (row) => gapOf(row, tokenCounts[k] ?? 0)), 0),
  )
  const align = isStart(parts, startGap, endGap) ? 'start' : 'end'
  const gapOf = align === 'start' ? gapBefore : gapAfter
  const isFloat32 = parts.every(({ tensor }) => areFloat32(tensor.values))
  const lengths: number[] = []
  const blocks: Numbers[] = []
  for (const [k, { tensor, queryIndex }] of parts.entries()) {
    const rows = placed[k] ?? []
    const gaps = rows.map((row) => gapOf(row, tokenCounts[k] ?? 0))
    lengths.push(...rows.map(({ row }, r) => row.length + (gaps[r] ?? 0)))
    const isWhole = gaps.every((gap) => gap === 0) && areFloat32(tensor.values) === isFloat32
    if (isWhole) blocks.push(...valuesOfQuery(tensor, queryIndex).blocks)
    else blocks.push(yield* filledBlock(rows, gaps, align, isFloat32))
    yield
  }
  return {
    blocks,
    rowOffsets: Float64Array.from(runningSums(lengths)),
    queryRows: Uint32Array.from(runningSums(placed.map(({ length }) => length))),
    tokenCounts,
    align,
    filledCount: (align === 'start' ? startGap : endGap) ?? 0,
  }
}

function placedRows(
  { tensor, queryIndex }: Part,
  layers: readonly number[],
  firstIndex: number,
): readonly Placed[] {
  const shift = tensor.firstIndex - firstIndex
  return layers.map((layer) => {
    const row = rowOf(tensor, queryIndex, layer)
    const first = row.firstToken + shift
    return { row, first, end: first + row.length }
  })
}

/** Returns the number of tokens before a row; 0 if it is empty, since an empty row may be anywhere. */
function gapBefore({ row, first }: Placed): number {
  return row.length === 0 ? 0 : first
}

/** Returns the number of tokens after a row; 0 if it is empty. */
function gapAfter({ row, end }: Placed, tokenCount: number): number {
  return row.length === 0 ? 0 : tokenCount - end
}

/** Whether rows cover the first tokens: if this leaves fewer gaps, or equally many and the first tensor says so. */
function isStart([first]: readonly Part[], startGap = 0, endGap = 0): boolean {
  return startGap === endGap ? first?.tensor.align !== 'end' : startGap < endGap
}

/** Returns a block with the values of rows, and with missing values in their gaps. */
function* filledBlock(
  rows: readonly Placed[],
  gaps: readonly number[],
  align: Tensor['align'],
  isFloat32: boolean,
): Sliced<Numbers> {
  const length = sumOf(rows, ({ row }) => row.length) + sumOf(gaps, (gap) => gap)
  const block = isFloat32 ? new Float32Array(length) : new Float64Array(length)
  let start = 0
  for (const [r, { row }] of rows.entries()) {
    const gap = gaps[r] ?? 0
    const end = start + row.length + gap
    block.fill(NaN, start, end)
    block.set(valuesOfRow(row), align === 'start' ? start + gap : start)
    start = end
    yield
  }
  return block
}

function sumOf<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0)
}

function runningSums(lengths: readonly number[]): number[] {
  const sums = [0]
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length)
  return sums
}
