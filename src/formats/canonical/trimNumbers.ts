import { type Slice } from './readValues'

/** The numbers of `values`, and which number of the document the first of them is. */
export interface TrimmedNumbers {
  readonly numbers: Float64Array
  readonly origin: number
}

/** Share of the buffer that may stay unused before a copy of what is used is the cheaper thing to keep. */
const MAX_WASTE = 0.25

/** Lets go of a buffer that is much larger than the values in it. */
export function trimNumbers(slices: readonly Slice[], numbers: Float64Array): TrimmedNumbers {
  const rows = slices.flatMap(({ queries }) => queries.flatMap((query) => query.rows))
  const first = rows.find((row) => row !== undefined)
  const last = rows.findLast((row) => row !== undefined)
  const origin = first?.start ?? 0
  const used = numbers.subarray(origin, last === undefined ? origin : last.start + last.length)
  const isWasteful = used.byteLength < used.buffer.byteLength * (1 - MAX_WASTE)
  return { numbers: isWasteful ? used.slice() : used, origin }
}
