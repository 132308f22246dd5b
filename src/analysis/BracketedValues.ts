import { quickselect } from 'd3-array'
import { type CellValues } from '../tensor/CellValues'
import { type Bracket } from './Bracket'

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
