import { rowOf, startOfRow, tokenCountOf, type Tensor } from '../../tensor/Tensor'
import { type Part } from './Part'

/** A row of a part in the joined tensor. Lengths are in cells. */
export interface JoinedRow {
  /** Index of its first value among all values of its own tensor. */
  readonly start: number
  readonly length: number
  /** Number of missing cells that are put before the row if rows cover the first tokens, else after it. */
  readonly gap: number
}

/** The rows of parts one after the other, as a tensor stores them. */
export interface JoinedRows extends Pick<
  Tensor,
  'rowOffsets' | 'queryRows' | 'tokenCounts' | 'align'
> {
  /** The rows of each part. */
  readonly rows: readonly (readonly JoinedRow[])[]
  /** Number of missing cells that are put into rows, because a row covers neither end of its tokens. */
  readonly filledCount: number
}

/** A row with the numbers of tokens before and after it. */
interface Placed extends Omit<JoinedRow, 'gap'> {
  readonly before: number
  readonly after: number
}

/**
 * Returns the rows of parts. `layers` are the layers of each part, −1 for an empty row; `firstIndex` is the index in the
 * sequence of the first token of all.
 */
export function joinedRows(
  parts: readonly Part[],
  layers: readonly (readonly number[])[],
  firstIndex: number,
): JoinedRows {
  const placed = parts.map((part, k) => placedRows(part, layers[k] ?? [], firstIndex))
  const all = placed.flat()
  const before = sumOf(all.map((row) => row.before))
  const after = sumOf(all.map((row) => row.after))
  // Rows cover the first tokens if this leaves fewer gaps, or equally many and the first tensor says so.
  const isStart = before === after ? parts[0]?.tensor.align !== 'end' : before < after
  const rows = placed.map((own) =>
    own.map((row) => ({ ...row, gap: isStart ? row.before : row.after })),
  )
  return {
    rows,
    rowOffsets: Float64Array.from(runningSums(rows.flat().map(({ length, gap }) => length + gap))),
    queryRows: Uint32Array.from(runningSums(rows.map(({ length }) => length))),
    tokenCounts: Uint32Array.from(parts, (part) => tokenCountIn(part, firstIndex)),
    align: isStart ? 'start' : 'end',
    filledCount: Math.min(before, after),
  }
}

/** Returns the number of past tokens of a part from the first index of all on. */
function tokenCountIn({ tensor, queryIndex }: Part, firstIndex: number): number {
  return tokenCountOf(tensor, queryIndex) + tensor.firstIndex - firstIndex
}

function placedRows(part: Part, layers: readonly number[], firstIndex: number): readonly Placed[] {
  const { tensor, queryIndex } = part
  const shift = tensor.firstIndex - firstIndex
  return layers.map((layer) => {
    const row = rowOf(tensor, queryIndex, layer)
    const { length } = row
    // An empty row may be anywhere.
    if (length === 0) return { start: 0, length, before: 0, after: 0 }
    const before = row.firstToken + shift
    const after = tokenCountIn(part, firstIndex) - before - length
    return { start: startOfRow(tensor, row), length, before, after }
  })
}

function runningSums(lengths: readonly number[]): number[] {
  const sums = [0]
  for (const length of lengths) sums.push((sums.at(-1) ?? 0) + length)
  return sums
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
