import { type Slice } from './readValues'

/** The numbers of `values`, and which number of the document the first of them is. */
export interface TrimmedNumbers {
  readonly numbers: Float64Array | Float32Array
  readonly origin: number
}

/** Share of the buffer that may stay unused before a copy of what is used is the cheaper thing to keep. */
const MAX_WASTE = 0.25

/** Lets go of a buffer that is much larger than the values in it, which may be narrower than their decimals were. */
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
