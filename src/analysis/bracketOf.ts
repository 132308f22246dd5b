import { valueOf, type CellValues } from '../tensor/CellValues'

/** Two of the values, low ≤ high, with the sought one between them if the sample did not mislead. */
export interface Bracket {
  readonly low: number
  readonly high: number
}

const SAMPLE_COUNT = 1 << 14
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** Some of the finite values, least first. */
export function sampleOf(values: CellValues): Float64Array {
  const sample = new Float64Array(SAMPLE_COUNT)
  let count = 0
  for (let i = 0; i < SAMPLE_COUNT; i++) {
    // Steps of the golden ratio reach all places alike and keep step with no length of a row.
    const value = valueOf(values, Math.floor(((i * GOLDEN_RATIO) % 1) * values.length)) ?? NaN
    if (value - value === 0) sample[count++] = value
  }
  return sample.subarray(0, count).toSorted()
}

/**
 * Brackets the value that a share of the finite values lies below, such as 0.5 for the median, by a sorted sample of them
 * (Floyd and Rivest, “Expected time bounds for selection”, 1975). Both ends are NaN where the sample is empty.
 */
export function bracketOf(sample: Float64Array, share: number): Bracket {
  const { length } = sample
  // Ranks on either side: four times the standard error of the rank in a full sample.
  const margin = 4 * Math.sqrt(SAMPLE_COUNT * share * (1 - share))
  const low = Math.max(0, Math.floor(length * share - margin))
  const high = Math.min(length - 1, Math.ceil(length * share + margin))
  return { low: sample[low] ?? NaN, high: sample[high] ?? NaN }
}
