import { type ColorScale } from './ColorScale'
import { RAMP_STEPS } from './Ramp'

/** Palette indices after those of the ramp: what has no color of the ramp. */
export const BELOW = 251
export const ABOVE = 252
export const MISSING = 253
/** Fully transparent. */
export const PADDING = 254

/**
 * Returns the palette index of a cell's value: 0 … 250 for the `RAMP_STEPS` equal parts of the scale (each with its lower
 * end; the last one with the domain's high end too), and the indices above for the rest: undefined is padding, NaN is
 * missing. Throws RangeError for a finite value without a scale.
 */
export function stepOf(value: number | undefined, scale: ColorScale | undefined): number {
  if (value === undefined) return PADDING
  if (Number.isNaN(value)) return MISSING
  if (value === Infinity) return ABOVE
  if (value === -Infinity) return BELOW
  if (scale === undefined) throw new RangeError(`no color scale for the value ${value}`)
  if (value < scale.low) return BELOW
  if (value > scale.high) return ABOVE
  return Math.min(Math.floor(scale.shareOf(value) * RAMP_STEPS), RAMP_STEPS - 1)
}
