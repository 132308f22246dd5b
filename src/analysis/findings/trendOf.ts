import { kendall } from '../kendall'

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
