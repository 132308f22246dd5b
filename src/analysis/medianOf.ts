import { quickselect } from 'd3-array'
import { type CellValues } from '../tensor/CellValues'
import { bracketOf, sampleOf, BracketedValues } from './Bracket'

/** The two middle values; both are the same if the number of values is odd. */
interface Middle {
  readonly lower: number
  readonly upper: number
}

/** Largest number of values for which copying all of them is as fast as sampling first. */
const SMALL = 1 << 15

/**
 * Returns the median of the finite values, whose number is `finiteCount`: the middle one, or the mean of the two middle
 * ones; NaN if there are none, never −0. The result is exact. If there are many values, only those near the middle are
 * copied.
 */
export function medianOf(values: CellValues, finiteCount: number): number {
  if (finiteCount === 0) return NaN
  const rank = (finiteCount - 1) >> 1
  const isOdd = finiteCount % 2 === 1
  const { lower, upper } =
    (finiteCount > SMALL ? bracketedMiddle(values, rank, isOdd) : undefined) ??
    middleOfCopy(values, finiteCount)
  // It is undefined which of two equal zeros lands in the middle; adding 0 makes it the positive one.
  return between(lower, upper) + 0
}

/** Returns undefined if the sample was misleading, which can happen if the values are ordered. */
function bracketedMiddle(values: CellValues, rank: number, isOdd: boolean): Middle | undefined {
  const parts = new BracketedValues(values, bracketOf(sampleOf(values), 0.5))
  const lower = parts.valueOfRank(rank)
  const upper = isOdd ? lower : parts.valueOfRank(rank + 1)
  return lower === undefined || upper === undefined ? undefined : { lower, upper }
}

function middleOfCopy(values: CellValues, finiteCount: number): Middle {
  const finite = new Float64Array(finiteCount)
  let count = 0
  for (const block of values.blocks) {
    for (const value of block) if (value - value === 0) finite[count++] = value
  }
  const rank = finiteCount >> 1
  quickselect(finite, rank)
  const upper = finite[rank] ?? NaN
  const below = finite.subarray(0, rank)
  const lower =
    finiteCount % 2 === 1 ? upper : below.reduce((most, value) => Math.max(most, value), -Infinity)
  return { lower, upper }
}

/** Returns the mean of two numbers. Halving first would lose the last bit of a subnormal; adding first may overflow. */
function between(a: number, b: number): number {
  const sum = a + b
  return Number.isFinite(sum) ? sum / 2 : a / 2 + b / 2
}

/** Returns the n-th least of the values, counted from 1, in linear time; Infinity if there are fewer. */
export function nthLeast(values: Float64Array, n: number): number {
  return n > values.length ? Infinity : (quickselect(values.slice(), n - 1)[n - 1] ?? Infinity)
}
