import { cellValues } from '../../tensor/CellValues'
import { layerCountOf, valueAt } from '../../tensor/Tensor'
import { kendallTau } from '../kendallTau'
import { medianOf } from '../medianOf'
import { type CellValue, type TrendFinding } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { tied } from '../tied'
import { thinned } from './walkTest'

/** A token's finite values, and their layers. */
export interface TokenColumn {
  readonly tokenIndex: number
  readonly layers: Float64Array
  readonly values: Float64Array
}

/** Returns the finite values of a token, and their layers. */
export function tokenColumnOf(
  { tensor, queryIndex }: SummarizedInput,
  tokenIndex: number,
): TokenColumn {
  const layers: number[] = []
  const values: number[] = []
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    const value = valueAt(tensor, queryIndex, layer, tokenIndex) ?? NaN
    if (value - value !== 0) continue
    layers.push(layer)
    values.push(value)
  }
  return { tokenIndex, layers: Float64Array.from(layers), values: Float64Array.from(values) }
}

/** Returns the finding about a token whose values were tested. Values that differ by `tolerance` or less are equal. */
export function trendOf(
  { tokenIndex, layers, values }: TokenColumn,
  test: Pick<TrendFinding, 'direction' | 'p' | 'correctedP'>,
  tolerance: number,
): TrendFinding {
  const cellOf = (index: number): CellValue => {
    return { layerIndex: layers[index] ?? NaN, tokenIndex, value: values[index] ?? NaN }
  }
  const turn = turnOf(values)
  const steps = values.slice(1).map((value, k) => value - (values[k] ?? NaN))
  return {
    kind: 'trend',
    areas: [{ tokenIndex }],
    tokenIndex,
    ...test,
    first: cellOf(0),
    last: cellOf(values.length - 1),
    ...(turn !== undefined && test.direction === undefined && { turn: cellOf(turn) }),
    tau: kendallTau(tied(values, tolerance)),
    stepCount: steps.length,
    upCount: steps.filter((step) => step > tolerance).length,
    slope: theilSen(thinned(layers, MOST_SLOPED), thinned(values, MOST_SLOPED)),
  }
}

/** Least share of the whole range by which a turn is beyond both ends. */
const LEAST_TURN = 1 / 4

/**
 * Returns the index of the highest or lowest value, if it is beyond both ends by at least a quarter of the range; the
 * one that is farther beyond them, if both are. Undefined if neither is.
 */
export function turnOf(values: Float64Array): number | undefined {
  const [first = NaN, last = NaN] = [values[0], values.at(-1)]
  const top = values.reduce((most, value) => Math.max(most, value), -Infinity)
  const least = values.reduce((most, value) => Math.min(most, value), Infinity)
  const above = top - Math.max(first, last)
  const below = Math.min(first, last) - least
  if (!(Math.max(above, below) >= (top - least) * LEAST_TURN && top > least)) return undefined
  return values.indexOf(above >= below ? top : least)
}

/** Largest number of values between which slopes are computed; of more, evenly spaced ones are. */
export const MOST_SLOPED = 1000

/**
 * Returns the median slope of all pairs of values (Theil, 1950; Sen, 1968), per unit of `places`. The places must be
 * ascending, one for each value. Returns NaN for fewer than two values.
 */
export function theilSen(places: Float64Array, values: Float64Array): number {
  const n = values.length
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
