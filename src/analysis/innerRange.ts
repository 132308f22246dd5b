import { quickselect } from 'd3-array'
import { type CellValues } from '../tensor/CellValues'
import { bracketOf, sampleOf } from './Bracket'
import { type Tally } from './tallyOf'

/**
 * Two percentiles that exclude the same share of the finite values on either side; both are NaN if no value is finite.
 */
export interface InnerRange {
  readonly low: number
  readonly high: number
  /** Distance between the two percentiles, whatever the reach. */
  readonly width: number
  /** Numbers of values below `low` and above `high`, infinite ones included. */
  readonly belowCount: number
  readonly aboveCount: number
}

/** Numbers of the values that are finite, −Infinity and +Infinity. */
export type FiniteCounts = Pick<Tally, 'finiteCount' | 'belowCount' | 'aboveCount'>

/** Largest number of values for which copying all of them is as fast as sampling first. */
const SMALL = 1 << 15
/** Largest share of the values that either tail may hold. */
const MAX_SHARE = 1 / 8

/**
 * Returns the percentiles at `share` (at most 0.1) and at 1 − `share` of the finite values, with linear interpolation
 * between ranks (numpy's default; method 7 of Hyndman and Fan, “Sample quantiles in statistical packages”, 1996). The
 * result is exact. If there are many values, only the tails are copied. With a `reach`, the range extends on either
 * side to the farthest value within `reach` times its width.
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

/** Returns true if a sample of the values shows that their inner range is wider than `width`. */
export function isSurelyWider(values: CellValues, share: number, width: number): boolean {
  const sample = sampleOf(values)
  return bracketOf(sample, 1 - share).low - bracketOf(sample, share).high > width
}

/** Returns the lower tail and the negated upper tail. If the sample was misleading, both hold all values. */
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

/** The values up to a cut. Values equal to the cut are only counted, since there may be very many of them. */
class Tail {
  private readonly cut: number
  private readonly stored: Float64Array
  private count = 0
  private equalCount = 0

  constructor(cut: number, capacity: number) {
    this.cut = cut
    this.stored = new Float64Array(capacity)
  }

  /** Adds a value. It must not be greater than the cut. */
  add(value: number): void {
    if (value === this.cut) this.equalCount++
    else this.stored[this.count++] = value
  }

  /** Returns true if at least `valueCount` values were added and all of those below the cut fitted into the storage. */
  reaches(valueCount: number): boolean {
    return this.count <= this.stored.length && this.count + this.equalCount >= valueCount
  }

  /**
   * Returns the value at a rank, counted from 0 for the least; between two whole ranks the value is interpolated.
   * Adding 0 makes −0 positive.
   */
  valueAt(position: number): number {
    const rank = Math.floor(position)
    const share = position - rank
    const low = this.valueOfRank(rank)
    const high = share > 0 ? this.valueOfRank(rank + 1) : low
    // A difference of the two values may overflow.
    return (low === high ? low : low * (1 - share) + high * share) + 0
  }

  /**
   * Returns the least finite value that is at least `limit`, or `otherwise` if that is less or there is no such value.
   */
  leastFrom(limit: number, otherwise: number): number {
    return this.values.reduce((least, value) => {
      return value >= limit && value < least && value > -Infinity ? value : least
    }, otherwise)
  }

  countBelow(limit: number): number {
    return this.values.reduce((count, value) => count + Number(value < limit), 0)
  }

  private get values(): Float64Array {
    return this.stored.subarray(0, this.count)
  }

  private valueOfRank(rank: number): number {
    const { values } = this
    if (rank >= values.length) return this.cut
    quickselect(values, rank)
    return values[rank] ?? NaN
  }
}
