import { rgb } from 'd3-color'
import { RAMP_STEPS, type AbsentColors, type Ramp } from './colormaps'
import { type ColorScale } from './ColorScale'

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

/** The colors of an indexed picture; entry k is that of step k, and padding is the last one. */
export interface Palette {
  /** Red, green and blue of each entry, 0 … 255. */
  readonly palette: Uint8Array
  /** Opacity of each entry: 0 for padding, 255 for all others. */
  readonly alpha: Uint8Array
}

/**
 * Returns the color of every step except padding, for shapes: the ramp, then below, above and missing. Throws
 * RangeError if the ramp does not have `RAMP_STEPS` colors.
 */
export function stepColors(ramp: Ramp, absent: AbsentColors): readonly string[] {
  if (ramp.length !== RAMP_STEPS) {
    throw new RangeError(`a ramp of ${ramp.length} colors, not of ${RAMP_STEPS}`)
  }
  const colors = [...ramp]
  colors[BELOW] = absent.below
  colors[ABOVE] = absent.above
  colors[MISSING] = absent.missing
  return colors
}

/** Returns the palette of the same colors, for a raster. Throws RangeError if a color is not of the form `#rrggbb`. */
export function paletteOf(ramp: Ramp, absent: AbsentColors): Palette {
  const palette = new Uint8Array(3 * (PADDING + 1))
  stepColors(ramp, absent).forEach((color, step) => {
    if (!/^#[0-9a-f]{6}$/i.test(color)) throw new RangeError(`invalid color: ${color}`)
    const { r, g, b } = rgb(color)
    palette.set([r, g, b], 3 * step)
  })
  const alpha = new Uint8Array(PADDING + 1).fill(255)
  alpha[PADDING] = 0
  return { palette, alpha }
}
