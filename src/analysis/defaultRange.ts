import { type CellValues } from '../tensor/CellValues'
import { innerRange, isSurelyWider, type FiniteCounts, type InnerRange } from './innerRange'
import { type Extent } from './tallyOf'

/** Above this number of values several cells share a pixel, which shows the most extreme of them. */
const MANY = 8000

/** A range of values that excludes a few of them. */
export interface DefaultRange extends Omit<InnerRange, 'width'> {
  /** `outliers` if all values outside the middle 98 % are excluded, `farthest` if only the farthest of them are. */
  readonly leftOut: 'outliers' | 'farthest'
}

/**
 * Returns the range of the colors if the user chose none, or undefined if it is the extent of all values. The range is
 * the middle 98 % of the values if that covers less than a third of the extent. If there are more than `MANY` values,
 * it also includes values no farther outside than its own width; otherwise the most extreme of some hundred values
 * would nearly always be excluded.
 */
export function defaultRange(
  values: CellValues,
  { min, max }: Extent,
  counts: FiniteCounts,
): DefaultRange | undefined {
  // Halving first keeps the difference of two huge ends from overflowing.
  const third = (max / 2 - min / 2) * (2 / 3)
  // For few values the sample costs more than it saves, and there may be thousands of queries.
  if (values.length > MANY && isSurelyWider(values, 0.01, third)) return undefined
  const reach = values.length > MANY ? 1 : 0
  const { width, ...range } = innerRange(values, 0.01, counts, reach)
  if (!(width > 0 && width < third)) return undefined
  return { ...range, leftOut: range.high - range.low > width ? 'farthest' : 'outliers' }
}
