import { rgb } from 'd3-color'
import { RAMP_STEPS, type Ramp } from './Ramp'
import { ABOVE, BELOW, MISSING, PADDING } from './stepOf'

/** Colors of what is not in the ramp, each as `#rrggbb`. */
export interface AbsentColors {
  readonly below: string
  readonly above: string
  readonly missing: string
}

/** An indexed picture's colors; entry k is that of step k, padding is the last one. */
export interface Palette {
  /** Red, green and blue of each entry. */
  readonly palette: Uint8Array
  /** Opacity of each entry: 0 for padding, 255 for all others. */
  readonly alpha: Uint8Array
}

/** The color of every step but padding, for shapes: the ramp, then below, above and missing. */
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

/** The same colors for a raster. Throws RangeError for one that is not `#rrggbb`. */
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
