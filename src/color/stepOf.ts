import { type ColorScale } from './ColorScale'
import { RAMP_STEPS } from './Ramp'

/** Palette indices of cells without a color of the ramp; they follow those of the ramp. */
export const BELOW = 251
export const ABOVE = 252
export const MISSING = 253
/** The palette index of padding, which is fully transparent. */
export const PADDING = 254

/**
 * Returns the palette index of the value of a cell: 0 … 250 for the `RAMP_STEPS` equal parts of the scale (each
 * includes its lower end; the last one also includes the high end of the domain), `PADDING` for undefined, `MISSING`
 * for NaN, and `BELOW` or `ABOVE` for values outside the domain. Throws RangeError for a finite value if there is no
 * scale.
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
