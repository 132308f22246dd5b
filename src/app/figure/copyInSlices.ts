import { nextTask } from './binsInSlices'

/** Numbers copied without a pause: about two milliseconds of work. */
const SLICE = 1 << 20

/** A copy of many numbers, made in slices that leave the page responsive. Rejects where the signal is aborted. */
export async function copyInSlices(
  values: Float64Array | Float32Array,
  signal?: AbortSignal,
): Promise<Float64Array | Float32Array> {
  const copy =
    values instanceof Float32Array
      ? new Float32Array(values.length)
      : new Float64Array(values.length)
  for (let start = 0; start < values.length; start += SLICE) {
    copy.set(values.subarray(start, start + SLICE), start)
    // oxlint-disable-next-line no-await-in-loop -- the pause is the point: one slice after the other
    await nextTask()
    signal?.throwIfAborted()
  }
  return copy
}
