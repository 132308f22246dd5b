import { cellValues } from '../../tensor/CellValues'
import { medianOf } from '../medianOf'

/** Largest number of values; more have too many pairs to visit for one number. */
const MOST_VALUES = 1000

/**
 * Returns the median slope of all pairs of values (Theil, 1950; Sen, 1968), per unit of `places`. The places must be
 * ascending, one for each value. Returns NaN for fewer than two values, or for more than 1,000.
 */
export function theilSen(places: Float64Array, values: Float64Array): number {
  const n = values.length
  if (n > MOST_VALUES) return NaN
  const slopes = new Float64Array((n * (n - 1)) / 2)
  let count = 0
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const run = (places[j] ?? NaN) - (places[i] ?? NaN)
      slopes[count++] = ((values[j] ?? NaN) - (values[i] ?? NaN)) / run
    }
  }
  return medianOf(cellValues(slopes), count)
}
