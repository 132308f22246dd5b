/** What one pass over values finds; `minOffset` and `maxOffset` mean nothing where none is finite. */
export interface Tally {
  /** All of them. */
  readonly cellCount: number
  readonly finiteCount: number
  readonly missingCount: number
  /** +Infinity. */
  readonly aboveCount: number
  /** −Infinity. */
  readonly belowCount: number
  /** Offsets into the values. */
  readonly minOffset: number
  readonly maxOffset: number
}

export function tallyOf(values: Float64Array | Float32Array): Tally {
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
  const cellCount = length
  const belowCount = length - finiteCount - missingCount - aboveCount
  return {
    cellCount,
    finiteCount,
    missingCount,
    aboveCount,
    belowCount,
    minOffset,
    maxOffset,
  }
}
