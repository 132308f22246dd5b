import { valueOf, type CellValues } from '../tensor/CellValues'

/** Two of the values, low ≤ high. The sought value lies between them unless the sample was misleading. */
export interface Bracket {
  readonly low: number
  readonly high: number
}

const SAMPLE_COUNT = 1 << 14
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** Returns a sample of the finite values in ascending order. */
export function sampleOf(values: CellValues): Float64Array {
  const sample = new Float64Array(SAMPLE_COUNT)
  let count = 0
  for (let i = 0; i < SAMPLE_COUNT; i++) {
    // Steps of the golden ratio reach all places evenly and never fall into step with the length of a row.
    const value = valueOf(values, Math.floor(((i * GOLDEN_RATIO) % 1) * values.length)) ?? NaN
    if (value - value === 0) sample[count++] = value
  }
  return sample.subarray(0, count).toSorted()
}

/**
 * Returns a bracket of the value below which the given share of the finite values lies, such as 0.5 for the median,
 * from a sorted sample of them (Floyd and Rivest, “Expected time bounds for selection”, 1975). Both ends are NaN if the
 * sample is empty.
 */
export function bracketOf(sample: Float64Array, share: number): Bracket {
  const { length } = sample
  // Number of ranks on either side: four times the standard error of the rank in a full sample.
  const margin = 4 * Math.sqrt(SAMPLE_COUNT * share * (1 - share))
  const low = Math.max(0, Math.floor(length * share - margin))
  const high = Math.min(length - 1, Math.ceil(length * share + margin))
  return { low: sample[low] ?? NaN, high: sample[high] ?? NaN }
}
