import { valueOf } from '../tensor/CellValues'
import { layerCountOf, rowOf, valuesOfQuery, type Tensor } from '../tensor/Tensor'
import { type Extent } from './Extent'
import { defaultRange, type DefaultRange } from './defaultRange'
import { medianOf } from './medianOf'
import { tallyOf } from './tallyOf'

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
  /** Absent where it is the extent. */
  readonly defaultRange?: DefaultRange
  /** The first cell in [layer][token] order that holds `min`; absent where no value is finite. */
  readonly minCell?: CellIndex
  /** The first cell in [layer][token] order that holds `max`; absent where no value is finite. */
  readonly maxCell?: CellIndex
}

/**
 * The statistics of a query in two passes over its cells, a third where a few values are far from all others, without a
 * copy of them all. Throws RangeError for a query that the tensor does not have.
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
