/** Two of the values, low ≤ high, with the middle of all between them if the sample did not mislead. */
export interface Bracket {
  readonly low: number
  readonly high: number
}

const SAMPLE_COUNT = 1 << 14
/** Ranks on either side of the sample's middle: four times the standard error of that rank. */
const MARGIN = 4 * Math.sqrt(SAMPLE_COUNT / 4)
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/**
 * Brackets the median of the finite values by a sample of them (Floyd and Rivest, “Expected time bounds for
 * selection”, 1975). Both ends are NaN where the sample meets no finite value.
 */
export function bracketOf(values: Float64Array | Float32Array): Bracket {
  const sample = new Float64Array(SAMPLE_COUNT)
  let count = 0
  for (let i = 0; i < SAMPLE_COUNT; i++) {
    // Steps of the golden ratio reach all places alike and keep step with no length of a row.
    const value = values[Math.floor(((i * GOLDEN_RATIO) % 1) * values.length)] ?? NaN
    if (value - value === 0) sample[count++] = value
  }
  const sorted = sample.subarray(0, count).toSorted()
  const low = Math.max(0, Math.floor(count / 2 - MARGIN))
  const high = Math.min(count - 1, Math.ceil(count / 2 + MARGIN))
  return { low: sorted[low] ?? NaN, high: sorted[high] ?? NaN }
}
