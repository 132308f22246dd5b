import { color } from 'd3-color'
import { type Colormap } from '../tensor/View'
import { colormaps } from './colormaps'

/** The number of colors in a ramp. It is odd, so that a diverging ramp has an exact middle: step 125. */
export const RAMP_STEPS = 251

/** The colors of a colormap, that of the least value first: `RAMP_STEPS` of them, each as `#rrggbb`. */
export type Ramp = readonly string[]

/** Returns the colormap sampled at i / 250, both ends included. */
export function rampOf(colormap: Colormap, isReversed = false): Ramp {
  const { interpolate } = colormaps[colormap]
  const ramp = Array.from({ length: RAMP_STEPS }, (_, step) => {
    const sample = interpolate(step / (RAMP_STEPS - 1))
    return color(sample)?.formatHex() ?? sample
  })
  return isReversed ? ramp.toReversed() : ramp
}
