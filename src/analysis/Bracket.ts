import { quickselect } from 'd3-array'
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

/** Largest share of the values that are visited twice; a bracket usually holds far fewer. */
const MAX_SHARE = 1 / 8

/** The finite values of a query, divided by the two ends of a bracket. */
export class BracketedValues {
  private readonly bracket: Bracket
  /** Values strictly between the ends, unsorted. */
  private readonly inside: Float64Array
  private readonly belowCount: number
  private readonly lowCount: number
  private readonly highCount: number

  /** Reads the values once. If too many of them lie inside the bracket, `valueOfRank` always returns undefined. */
  constructor(values: CellValues, bracket: Bracket) {
    const { low, high } = bracket
    const inside = new Float64Array(Math.ceil(values.length * MAX_SHARE))
    let belowCount = 0
    let lowCount = 0
    let highCount = 0
    let insideCount = 0
    for (const block of values.blocks) {
      const { length } = block
      for (let k = 0; k < length && insideCount < inside.length; k++) {
        const value = block[k] ?? NaN
        // The order of the values is unpredictable, so branches on them would be slow.
        belowCount += Number(value < low) - Number(value === -Infinity)
        lowCount += Number(value === low)
        highCount += Number(value === high)
        inside[insideCount] = value
        insideCount += Number(value > low) & Number(value < high)
      }
    }
    const isComplete = insideCount < inside.length
    this.bracket = bracket
    this.inside = inside.subarray(0, isComplete ? insideCount : 0)
    this.belowCount = isComplete ? belowCount : NaN
    this.lowCount = lowCount
    this.highCount = low < high ? highCount : 0
  }

  /** Returns the finite value of the given 0-based rank, or undefined if it lies outside the bracket. */
  valueOfRank(rank: number): number | undefined {
    const { inside, bracket } = this
    const beyondLow = rank - this.belowCount - this.lowCount
    if (beyondLow < -this.lowCount) return undefined
    if (beyondLow < 0) return bracket.low
    if (beyondLow < inside.length) {
      quickselect(inside, beyondLow)
      return inside[beyondLow]
    }
    return beyondLow < inside.length + this.highCount ? bracket.high : undefined
  }
}
