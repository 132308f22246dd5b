import { kendall } from './kendall'

/** Where a sequence turns. */
export interface Turn {
  /** Of the highest or lowest value, at which it turns. */
  readonly index: number
  readonly isPeak: boolean
  /** The greater of the p-values of the two parts' trends. */
  readonly p: number
}

/** Values that either side needs, the turning one included: with fewer no trend could be told from chance. */
const LEAST_PART = 5
/** Of the whole range, which the smaller of the two changes must reach. */
const LEAST_CHANGE = 1 / 4

/**
 * A sequence turns where its highest (or lowest) value parts it in two of at least 5 values each, with trends that run
 * opposite ways, and the smaller of the two changes from end to turn is a quarter of the range or more. Of a peak and a
 * valley the one with the lower p; undefined where there is neither.
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
