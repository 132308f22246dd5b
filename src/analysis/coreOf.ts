import { type CellValues } from '../tensor/CellValues'
import { type Extent } from './Extent'
import { innerRange, isSurelyWider, type FiniteCounts, type InnerRange } from './innerRange'

/** From here on several cells share a pixel, and the most extreme of them is shown. */
const MANY = 8000

/**
 * The middle 98 % of the values, where a few others take up most of the extent: where it covers less than a third of it.
 * Among many values it goes on to the farthest that are no farther away than its own width: the most extreme of some
 * hundred values would else nearly always be beyond.
 */
export function coreOf(
  values: CellValues,
  { min, max }: Extent,
  counts: FiniteCounts,
): InnerRange | undefined {
  // Halves, since the difference of two huge ends overflows.
  const third = (max / 2 - min / 2) * (2 / 3)
  // Of few values the sample costs more than it saves, and there may be thousands of queries.
  if (values.length > MANY && isSurelyWider(values, 0.01, third)) return undefined
  const core = innerRange(values, 0.01, counts, values.length > MANY ? 1 : 0)
  return core.width > 0 && core.width < third ? core : undefined
}
