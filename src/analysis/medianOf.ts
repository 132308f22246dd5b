import { quickselect } from 'd3-array'
import { type CellValues } from '../tensor/CellValues'
import { BracketedValues } from './BracketedValues'
import { bracketOf, sampleOf } from './bracketOf'

/** The two middle values; of an odd number of values both are the same. */
interface Middle {
  readonly lower: number
  readonly upper: number
}

/** Up to so many values, a copy of them is as fast as anything cleverer. */
const SMALL = 1 << 15

/**
 * The median of the finite ones of `values`, of which there are `finiteCount`: the middle one, or the mean of the two
 * middle ones; NaN for none, never −0. Exact; of many values only those near the middle are copied.
 */
export function medianOf(values: CellValues, finiteCount: number): number {
  if (finiteCount === 0) return NaN
  const rank = (finiteCount - 1) >> 1
  const isOdd = finiteCount % 2 === 1
  const { lower, upper } =
    (finiteCount > SMALL ? bracketedMiddle(values, rank, isOdd) : undefined) ??
    middleOfCopy(values, finiteCount)
  // Which of two equal zeros lands in the middle is chance; adding 0 makes it the positive one.
  return meanOf(lower, upper) + 0
}

/** Undefined where the sample misled, as it may where the values have an order of their own. */
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

/** Halving first would lose the last bit of a subnormal, adding first may overflow. */
function meanOf(a: number, b: number): number {
  const sum = a + b
  return Number.isFinite(sum) ? sum / 2 : a / 2 + b / 2
}
