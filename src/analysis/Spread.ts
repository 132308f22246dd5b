import { valueOf, type CellValues } from '../tensor/CellValues'
import { defaultRange, type DefaultRange } from './defaultRange'
import { innerRange, type InnerRange } from './innerRange'
import { tallyOf, type Extent } from './tallyOf'

/** Number of bars in the histogram. */
export const BAR_COUNT = 60

/** Number of steps of a rank scale; equal to the number of colors in a ramp. */
const RANK_STEPS = 251

/** The distribution of the finite values of some cells, for views that need more than the statistics of a query. */
export interface Spread extends Extent {
  /** The default color range, as in `Statistics`; absent if it is the extent. */
  readonly defaultRange?: DefaultRange
  /** The ranges of the middle 98 % and 90 % of the values. */
  readonly inner: Readonly<Record<'98' | '90', InnerRange>>
  /** Number of values in each of `BAR_COUNT` equal parts of the extent. */
  readonly bars: Uint32Array
  /**
   * The `RANK_STEPS` + 1 values that divide the sorted values into equal groups, both ends included; only if requested.
   */
  readonly ranks?: Float64Array
}

/** Returns the spread of the values. If `hasRanks` is true, a copy of the values is sorted. */
export function spreadOf(values: CellValues, hasRanks: boolean): Spread {
  const tally = tallyOf(values)
  const isEmpty = tally.finiteCount === 0
  const min = isEmpty ? NaN : (valueOf(values, tally.minOffset) ?? NaN)
  const max = isEmpty ? NaN : (valueOf(values, tally.maxOffset) ?? NaN)
  const range = isEmpty ? undefined : defaultRange(values, { min, max }, tally)
  return {
    min,
    max,
    inner: { 98: innerRange(values, 0.01, tally), 90: innerRange(values, 0.05, tally) },
    bars: barsOf(values, { min, max }),
    ...(range && { defaultRange: range }),
    ...(hasRanks && { ranks: ranksOf(values) }),
  }
}

function barsOf({ blocks }: CellValues, { min, max }: Extent): Uint32Array {
  const bars = new Uint32Array(BAR_COUNT)
  // Halving first keeps the difference of two huge ends from overflowing.
  const half = max / 2 - min / 2 || 1
  for (const block of blocks) {
    for (const value of block) {
      if (value - value !== 0) continue
      const bar = Math.min(BAR_COUNT - 1, Math.floor(((value / 2 - min / 2) / half) * BAR_COUNT))
      bars[bar] = (bars[bar] ?? 0) + 1
    }
  }
  return bars
}

function ranksOf({ blocks, length }: CellValues): Float64Array {
  const finite = new Float64Array(length)
  let count = 0
  for (const block of blocks) {
    for (const value of block) if (value - value === 0) finite[count++] = value
  }
  return ranksOfSorted(finite.subarray(0, count).toSorted())
}

/** Returns the `RANK_STEPS` + 1 values that divide ascending values into equal groups, both ends included. */
export function ranksOfSorted(sorted: Float64Array): Float64Array {
  return Float64Array.from({ length: RANK_STEPS + 1 }, (_, k) => {
    const position = (k / RANK_STEPS) * (sorted.length - 1)
    const below = sorted[Math.floor(position)] ?? NaN
    const above = sorted[Math.ceil(position)] ?? NaN
    const share = position % 1
    return below === above ? below : below * (1 - share) + above * share
  })
}
