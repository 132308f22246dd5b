import { valueOf } from '../tensor/CellValues'
import { layerCountOf, rowOf, valuesOfQuery, type Tensor } from '../tensor/Tensor'
import { defaultRange, type DefaultRange } from './defaultRange'
import { medianOf } from './medianOf'
import { tallyOf, type Extent } from './tallyOf'

/** The 0-based indices of a cell in the tensor; they do not depend on the axis that is shown. */
export interface CellIndex {
  readonly layerIndex: number
  readonly tokenIndex: number
}

/** Statistics of the stored values of one query. Padding is not stored and not counted. */
export interface Statistics extends Extent {
  /** Number of stored values: finite, missing, above and below together. */
  readonly cellCount: number
  readonly finiteCount: number
  /** Number of values that are NaN. */
  readonly missingCount: number
  /** Number of values that are +Infinity. */
  readonly aboveCount: number
  /** Number of values that are −Infinity. */
  readonly belowCount: number
  /**
   * Median of the finite values; the mean of the two middle ones if their number is even; NaN if no value is finite.
   */
  readonly median: number
  /** The default color range; absent if it is the extent. */
  readonly defaultRange?: DefaultRange
  /** The first cell in [layer][token] order that holds `min`; absent if no value is finite. */
  readonly minCell?: CellIndex
  /** The first cell in [layer][token] order that holds `max`; absent if no value is finite. */
  readonly maxCell?: CellIndex
}

/**
 * Returns the statistics of a query. Reads its cells twice, or three times if a few values are far from all others, and
 * does not copy them all. Throws RangeError if the tensor does not have the query.
 */
export function statisticsOf(tensor: Tensor, queryIndex: number): Statistics {
  const values = valuesOfQuery(tensor, queryIndex)
  const tally = tallyOf(values)
  const { minOffset, maxOffset, ...counts } = tally
  const { finiteCount } = counts
  if (finiteCount === 0) return { ...counts, min: NaN, max: NaN, median: NaN }
  const extent = { min: valueOf(values, minOffset) ?? NaN, max: valueOf(values, maxOffset) ?? NaN }
  const range = defaultRange(values, extent, counts)
  return {
    ...counts,
    ...extent,
    ...(range && { defaultRange: range }),
    median: medianOf(values, finiteCount),
    minCell: cellOf(tensor, queryIndex, minOffset),
    maxCell: cellOf(tensor, queryIndex, maxOffset),
  }
}

/** Returns the cell of the value at an offset into the values of the query. */
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
