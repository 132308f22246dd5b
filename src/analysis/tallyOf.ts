import { type CellValues, type Numbers } from '../tensor/CellValues'

/** The least and the greatest finite value; both are NaN if no value is finite. */
export interface Extent {
  readonly min: number
  readonly max: number
}

/** Results of one pass over values. `minOffset` and `maxOffset` are meaningless if no value is finite. */
export interface Tally {
  /** Number of all values. */
  readonly cellCount: number
  readonly finiteCount: number
  readonly missingCount: number
  /** Number of values that are +Infinity. */
  readonly aboveCount: number
  /** Number of values that are −Infinity. */
  readonly belowCount: number
  /** Offsets of the least and the greatest finite value. */
  readonly minOffset: number
  readonly maxOffset: number
}

/** Returns the tally of the values, in one pass over them. */
export function tallyOf({ blocks, starts }: CellValues): Tally {
  const [first, ...rest] = blocks.map((block) => tallyOfBlock(block))
  let all = first ?? tallyOfBlock(new Float64Array())
  for (const [k, next] of rest.entries()) {
    const start = starts[k + 1] ?? 0
    const hasLess = next.min < all.min
    const hasMore = next.max > all.max
    all = {
      cellCount: all.cellCount + next.cellCount,
      finiteCount: all.finiteCount + next.finiteCount,
      missingCount: all.missingCount + next.missingCount,
      aboveCount: all.aboveCount + next.aboveCount,
      belowCount: all.belowCount + next.belowCount,
      min: hasLess ? next.min : all.min,
      max: hasMore ? next.max : all.max,
      minOffset: hasLess ? start + next.minOffset : all.minOffset,
      maxOffset: hasMore ? start + next.maxOffset : all.maxOffset,
    }
  }
  const { min: _min, max: _max, ...tally } = all
  return tally
}

/** A tally with its extremes, which are compared with those of other blocks. */
interface BlockTally extends Tally {
  readonly min: number
  readonly max: number
}

function tallyOfBlock(values: Numbers): BlockTally {
  const { length } = values
  let finiteCount = 0
  let missingCount = 0
  let aboveCount = 0
  let minOffset = 0
  let maxOffset = 0
  let min = Infinity
  let max = -Infinity
  for (let k = 0; k < length; k++) {
    const value = values[k] ?? NaN
    // A difference with itself is 0 for finite values only.
    if (value - value === 0) {
      finiteCount++
      if (value < min) {
        min = value
        minOffset = k
      }
      if (value > max) {
        max = value
        maxOffset = k
      }
    } else if (value > 0) aboveCount++
    else if (Number.isNaN(value)) missingCount++
  }
  const belowCount = length - finiteCount - missingCount - aboveCount
  const counts = { cellCount: length, finiteCount, missingCount, aboveCount, belowCount }
  return { ...counts, min, max, minOffset, maxOffset }
}
