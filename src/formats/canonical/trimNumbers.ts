import { type Slice } from './readValues'

/** The numbers of `values`, and the index of the first of them among the numbers of the document. */
export interface TrimmedNumbers {
  readonly numbers: Float64Array | Float32Array
  readonly origin: number
}

/** Share of the buffer that may stay unused. Above it, a copy of the used part takes less memory in the end. */
const MAX_WASTE = 0.25

/**
 * Returns the numbers in a smaller buffer if the buffer is much larger than its values. The values may be narrower than
 * the numbers that were read.
 */
export function trimNumbers(
  slices: readonly Slice[],
  numbers: Float64Array,
  isFloat32: boolean,
): TrimmedNumbers {
  const rows = slices.flatMap(({ queries }) => queries.flatMap((query) => query.rows))
  const first = rows.find((row) => row !== undefined)
  const last = rows.findLast((row) => row !== undefined)
  const origin = first?.start ?? 0
  const used = numbers.subarray(origin, last === undefined ? origin : last.start + last.length)
  if (isFloat32) return { numbers: Float32Array.from(used), origin }
  const isWasteful = used.byteLength < used.buffer.byteLength * (1 - MAX_WASTE)
  return { numbers: isWasteful ? used.slice() : used, origin }
}
