import { layerCountOf, rowOf, valuesOfQuery, type Tensor } from '../tensor/Tensor'
import { type Extent } from './Extent'
import { medianOf } from './medianOf'

/** A cell by its 0-based indices in the tensor, whatever axis is shown. */
export interface CellIndex {
  readonly layerIndex: number
  readonly tokenIndex: number
}

/** What one query's stored values are. Padding is not stored and counts for nothing here. */
export interface Statistics extends Extent {
  /** All stored values: finite, missing, above and below together. */
  readonly cellCount: number
  readonly finiteCount: number
  /** Values that are NaN. */
  readonly missingCount: number
  /** Values that are +Infinity. */
  readonly aboveCount: number
  /** Values that are −Infinity. */
  readonly belowCount: number
  /** Of the finite values; the two middle ones are averaged; NaN where there is none. */
  readonly median: number
  /** The first cell in [layer][token] order that holds `min`; absent where no value is finite. */
  readonly minCell?: CellIndex
  /** The first cell in [layer][token] order that holds `max`; absent where no value is finite. */
  readonly maxCell?: CellIndex
}

/**
 * The statistics of a query in two passes over its cells, without a copy of them all. Throws RangeError for a query that the tensor does not have.
 */
export function statisticsOf(tensor: Tensor, queryIndex: number): Statistics {
  const values = valuesOfQuery(tensor, queryIndex)
  const tally = tallyOf(values)
  const { minOffset, maxOffset, finiteCount } = tally
  const counts = {
    cellCount: values.length,
    finiteCount,
    missingCount: tally.missingCount,
    aboveCount: tally.aboveCount,
    belowCount: values.length - finiteCount - tally.missingCount - tally.aboveCount,
  }
  if (finiteCount === 0) return { ...counts, min: NaN, max: NaN, median: NaN }
  return {
    ...counts,
    min: values[minOffset] ?? NaN,
    max: values[maxOffset] ?? NaN,
    median: medianOf(values, finiteCount),
    minCell: cellOf(tensor, queryIndex, minOffset),
    maxCell: cellOf(tensor, queryIndex, maxOffset),
  }
}

interface Tally {
  readonly finiteCount: number
  readonly missingCount: number
  readonly aboveCount: number
  /** Offsets into the query's values. */
  readonly minOffset: number
  readonly maxOffset: number
}

function tallyOf(values: Float64Array | Float32Array): Tally {
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
  return { finiteCount, missingCount, aboveCount, minOffset, maxOffset }
}

/** The cell of a value, given its offset in the query's values. */
function cellOf(tensor: Tensor, queryIndex: number, offset: number): CellIndex {
  const layerCount = layerCountOf(tensor, queryIndex)
  let rest = offset
  for (let layerIndex = 0; layerIndex < layerCount; layerIndex++) {
    const { firstToken, length } = rowOf(tensor, queryIndex, layerIndex)
    if (rest < length) return { layerIndex, tokenIndex: firstToken + rest }
    rest -= length
  }
  throw new RangeError(`no value ${offset} in query ${queryIndex}`)
}
