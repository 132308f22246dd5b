import { type CellValues } from '../tensor/CellValues'
import { type Extent } from './Extent'
import { innerRange, isSurelyWider, type FiniteCounts, type InnerRange } from './innerRange'

/** From here on several cells share a pixel, and the most extreme of them is shown. */
const MANY = 8000

/** A range of values that leaves a few out. */
export interface DefaultRange extends Omit<InnerRange, 'width'> {
  /** All outside the middle 98 %, or only the farthest of them. */
  readonly leftOut: 'outliers' | 'farthest'
}

/**
 * Returns the range that colors run over unless somebody chose another one; undefined for all values. It is the middle
 * 98 % of them where a few others take up most of the extent: where it covers less than a third of it. Among many values
 * it goes on to the farthest that are no farther away than its own width: the most extreme of some hundred values would
 * else nearly always be beyond.
 */
export function defaultRange(
  values: CellValues,
  { min, max }: Extent,
  counts: FiniteCounts,
): DefaultRange | undefined {
  // Halves, since the difference of two huge ends overflows.
  const third = (max / 2 - min / 2) * (2 / 3)
  // Of few values the sample costs more than it saves, and there may be thousands of queries.
  if (values.length > MANY && isSurelyWider(values, 0.01, third)) return undefined
  const reach = values.length > MANY ? 1 : 0
  const { width, ...range } = innerRange(values, 0.01, counts, reach)
  if (!(width > 0 && width < third)) return undefined
  return { ...range, leftOut: range.high - range.low > width ? 'farthest' : 'outliers' }
}
