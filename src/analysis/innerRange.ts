import { type CellValues } from '../tensor/CellValues'
import { bracketOf, sampleOf } from './bracketOf'
import { Tail } from './Tail'

/** Two percentiles that leave the same share of the finite values on either side; both NaN for none. */
export interface InnerRange {
  readonly low: number
  readonly high: number
  /** From one percentile to the other, whatever the reach. */
  readonly width: number
  /** Values below and above them, infinite ones too. */
  readonly belowCount: number
  readonly aboveCount: number
}

/** How many of the values are finite, −Infinity and Infinity. */
export interface FiniteCounts {
  readonly finiteCount: number
  readonly belowCount: number
  readonly aboveCount: number
}

/** Up to so many values, a copy of them is as fast as anything cleverer. */
const SMALL = 1 << 15
/** Share of the values that either tail may hold. */
const MAX_SHARE = 1 / 8

/**
 * The percentiles at `share` (up to 0.1) and at 1 − `share` of the finite ones of `values`, with linear interpolation
 * between ranks (numpy's default; method 7 of Hyndman and Fan, “Sample quantiles in statistical packages”, 1996). Exact; of
 * many values only the tails are copied. With a `reach` the range goes on to the farthest values on either side that are no
 * farther away than so many of its widths.
 */
export function innerRange(
  values: CellValues,
  share: number,
  counts: FiniteCounts,
  reach = 0,
): InnerRange {
  const { finiteCount, belowCount, aboveCount } = counts
  if (finiteCount === 0) return { low: NaN, high: NaN, width: NaN, belowCount, aboveCount }
  const position = share * (finiteCount - 1)
  const [below, above] = tailsOf(values, share)
  const low = below.valueAt(belowCount + position)
  const high = -above.valueAt(aboveCount + position) + 0
  const width = high - low
  const first = below.leastFrom(low - reach * width, low)
  const last = above.leastFrom(-high - reach * width, -high)
  return {
    low: first,
    high: -last + 0,
    width,
    belowCount: below.countBelow(first),
    aboveCount: above.countBelow(last),
  }
}

/** Whether a sample of the values makes sure that their inner range is wider than `width`. */
export function isSurelyWider(values: CellValues, share: number, width: number): boolean {
  const sample = sampleOf(values)
  return bracketOf(sample, 1 - share).low - bracketOf(sample, share).high > width
}

/** The lower tail, and the upper one turned over. Where a sample misleads, they hold all values. */
function tailsOf(values: CellValues, share: number): readonly [below: Tail, above: Tail] {
  if (values.length > SMALL) {
    const sample = sampleOf(values)
    const cuts = [bracketOf(sample, share).high, -bracketOf(sample, 1 - share).low] as const
    const tails = filled(values, cuts, Math.ceil(values.length * MAX_SHARE))
    if (tails.every((tail) => tail.reaches(share * values.length + 1))) return tails
  }
  return filled(values, [Infinity, Infinity], values.length)
}

function filled(
  values: CellValues,
  [lowCut, highCut]: readonly [number, number],
  capacity: number,
): readonly [Tail, Tail] {
  const below = new Tail(lowCut, capacity)
  const above = new Tail(highCut, capacity)
  for (const block of values.blocks) {
    const { length } = block
    for (let k = 0; k < length; k++) {
      const value = block[k] ?? NaN
      if (value <= lowCut) below.add(value)
      if (-value <= highCut) above.add(-value)
    }
  }
  return [below, above]
}
