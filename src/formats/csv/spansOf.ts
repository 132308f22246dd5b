import { TensorError } from '../../tensor/TensorError'
import { type TidyQuery } from './tidyDocument'

/** Indices in the sequence that a row covers: from, up to; twice the same where it covers none. */
export type Span = readonly [start: number, end: number]

/** Where the rows of a table in long form lie. */
interface Spans {
  /** The least index of all. */
  readonly first: number
  /** One past the last index, by query. */
  readonly ends: readonly number[]
  /** By query and layer. */
  readonly spans: readonly (readonly Span[])[]
  /** In all spans together. */
  readonly cellCount: number
  /** Whether rows cover the last tokens of the past, not the first. */
  readonly isEnd: boolean
}

/** How many times as many cells as have a value a table may span, and how many more. */
const MOST_SPREAD = 16
const SPARE_CELLS = 1000

/** Throws `TensorError` (shape) where the indices lie so far apart that nearly all cells were missing. */
export function spansOf(queries: readonly TidyQuery[], layers: readonly string[]): Spans {
  const covered = queries.map(({ rows }) =>
    layers
      .slice(0, layers.findLastIndex((layer) => rows.has(layer)) + 1)
      .map((layer) => spanOf(rows.get(layer)?.keys() ?? [])),
  )
  const all = covered.flat().filter(([start, end]) => start < end)
  const first = all.reduce((least, [start]) => Math.min(least, start), Infinity)
  const ends = covered.map((rows) => rows.reduce((most, [, end]) => Math.max(most, end), first))
  // Rows that all end where the past ends, and do not all begin where it begins, were aligned at its end.
  const isEnd =
    all.some(([start]) => start > first) &&
    covered.every((rows, q) => rows.every(([start, end]) => start === end || end === ends[q]))
  const spans = covered.map((rows) =>
    rows.map(([start, end]): Span => [isEnd || start === end ? start : first, end]),
  )
  const cellCount = spans.flat().reduce((sum, [start, end]) => sum + end - start, 0)
  const tokenCount = ends.reduce((sum, end) => sum + end - first, 0)
  const known = queries.flatMap(({ rows }) => [...rows.values()])
  const valueCount = known.reduce((sum, { size }) => sum + size, 0)
  if (Math.max(cellCount, tokenCount) > valueCount * MOST_SPREAD + SPARE_CELLS) {
    throw new TensorError({
      tag: 'shape',
      message: `The token indices lie too far apart: ${valueCount} values in ${cellCount} cells.`,
      advice: 'Number the tokens of the sequence one by one.',
    })
  }
  return { first, ends, spans, cellCount, isEnd }
}

function spanOf(indices: Iterable<number>): Span {
  let start = Infinity
  let end = -Infinity
  for (const index of indices) {
    start = Math.min(start, index)
    end = Math.max(end, index + 1)
  }
  return start < end ? [start, end] : [0, 0]
}
