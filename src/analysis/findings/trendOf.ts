import { cellValues } from '../../tensor/CellValues'
import { layerCountOf, valueAt } from '../../tensor/Tensor'
import { kendall } from '../kendall'
import { medianOf } from '../medianOf'
import { type CellValue, type TrendFinding } from './Finding'
import { type SummarizedInput } from './FindingInput'

/** The trend of a token before its p-value is corrected. */
export type Trend = Omit<TrendFinding, 'correctedP' | 'slope'>

/** Returns the trend of a token's finite values over the layers. */
export function trendOf(input: SummarizedInput, tokenIndex: number): Trend {
  const { layers, values } = columnOf(input, tokenIndex)
  const cellOf = (index: number): CellValue => {
    return { layerIndex: layers[index] ?? NaN, tokenIndex, value: values[index] ?? NaN }
  }
  const turn = turnOf(values)
  const { tau, p } = kendall(values)
  const ends = { tokenIndex, first: cellOf(0), last: cellOf(values.length - 1), tau }
  const trend = { kind: 'trend', areas: [{ tokenIndex }], ...ends } as const
  return turn === undefined ? { ...trend, p } : { ...trend, p: turn.p, turn: cellOf(turn.index) }
}

/** Returns the change between the ends of a trend, or the smaller of the two changes between an end and its turn. */
export function changeOf({ first, last, turn }: Trend): number {
  if (turn === undefined) return Math.abs(last.value - first.value)
  return Math.min(Math.abs(turn.value - first.value), Math.abs(turn.value - last.value))
}

/** Returns the Theil–Sen slope per layer of a token's finite values; NaN if there are more than 1,000. */
export function slopeOf(input: SummarizedInput, tokenIndex: number): number {
  const { layers, values } = columnOf(input, tokenIndex)
  return theilSen(layers, values)
}

interface Column {
  readonly layers: Float64Array
  readonly values: Float64Array
}

/** Returns the finite values of a token, and their layers. */
function columnOf({ tensor, queryIndex }: SummarizedInput, tokenIndex: number): Column {
  const layers: number[] = []
  const values: number[] = []
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    const value = valueAt(tensor, queryIndex, layer, tokenIndex) ?? NaN
    if (value - value !== 0) continue
    layers.push(layer)
    values.push(value)
  }
  return { layers: Float64Array.from(layers), values: Float64Array.from(values) }
}

/** A turn of a sequence from rising to falling, or from falling to rising. */
export interface Turn {
  /** Index of the highest or lowest value, at which the sequence turns. */
  readonly index: number
  readonly isPeak: boolean
  /** The greater of the p-values of the trends of the two parts. */
  readonly p: number
}

/** Least number of values on either side, the turning one included; with fewer, chance could give any trend. */
const LEAST_PART = 5
/** Least share of the whole range that the smaller of the two changes must reach. */
const LEAST_CHANGE = 1 / 4

/**
 * Returns the turn of a sequence, or undefined if it has none. A sequence turns if its highest (or lowest) value
 * divides it into two parts of at least 5 values each with opposite trends, and the smaller of the two changes between
 * an end and the turn is at least a quarter of the range. Of a peak and a valley, the one with the lower p-value is
 * returned.
 */
export function turnOf(values: Float64Array): Turn | undefined {
  const turns = [true, false].flatMap((isPeak) => turnAt(values, isPeak) ?? [])
  return turns.toSorted((a, b) => a.p - b.p)[0]
}

function turnAt(values: Float64Array, isPeak: boolean): Turn | undefined {
  const upright = isPeak ? values : values.map((value) => -value)
  const top = upright.reduce((most, value) => Math.max(most, value), -Infinity)
  const least = upright.reduce((most, value) => Math.min(most, value), Infinity)
  const index = upright.indexOf(top)
  if (index + 1 < LEAST_PART || values.length - index < LEAST_PART) return undefined
  const nearerEnd = Math.max(upright[0] ?? NaN, upright.at(-1) ?? NaN)
  if (top - nearerEnd < (top - least) * LEAST_CHANGE) return undefined
  const before = kendall(upright.subarray(0, index + 1))
  const after = kendall(upright.subarray(index))
  if (before.tau <= 0 || after.tau >= 0) return undefined
  return { index, isPeak, p: Math.max(before.p, after.p) }
}

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
