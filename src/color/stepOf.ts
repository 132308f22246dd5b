import { type ColorScale } from './ColorScale'
import { RAMP_STEPS } from './Ramp'

/** Palette indices after those of the ramp: what has no color of the ramp. */
export const BELOW = 251
export const ABOVE = 252
export const MISSING = 253
/** Fully transparent. */
export const PADDING = 254

/**
 * The palette index of a cell's value: 0 … 250 for the `RAMP_STEPS` equal parts of the scale (each
 * with its lower end; the last one with `high` too), and the indices above for the rest: undefined
 * is padding, NaN is missing. Without a domain no value is finite: RangeError for one that is.
 */
export function stepOf(value: number | undefined, domain: ColorScale | undefined): number {
  if (value === undefined) return PADDING
  if (Number.isNaN(value)) return MISSING
  if (value === Infinity) return ABOVE
  if (value === -Infinity) return BELOW
  if (domain === undefined) throw new RangeError(`no domain for the value ${value}`)
  const { low, high, shareOf } = domain
  if (value < low) return BELOW
  if (value > high) return ABOVE
  const share = shareOf === undefined ? fraction(value, low, high) : shareOf(value)
  return Math.min(Math.floor(share * RAMP_STEPS), RAMP_STEPS - 1)
}

/** Where a value is between the two ends: 0 … 1, never less for a greater value. */
function fraction(value: number, low: number, high: number): number {
  const span = high - low
  // The difference of two huge ends overflows, that of their halves does not.
  return span === Infinity ? (value / 2 - low / 2) / (high / 2 - low / 2) : (value - low) / span
}
