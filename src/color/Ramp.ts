import { interpolateViridis } from 'd3-scale-chromatic'

/** Odd, so that a ramp around a middle has its exact middle: step 125. */
export const RAMP_STEPS = 251

/** The colors of a colormap, least first: `RAMP_STEPS` of them, each as `#rrggbb`. */
export type Ramp = readonly string[]

/** Names of the colormaps that can be asked for. */
export type Colormap = 'viridis'

const interpolators: Readonly<Record<Colormap, (t: number) => string>> = {
  viridis: interpolateViridis,
}

/** The colormap sampled at i / 250, both ends included. */
export function rampOf(colormap: Colormap): Ramp {
  const interpolate = interpolators[colormap]
  return Array.from({ length: RAMP_STEPS }, (_, step) => interpolate(step / (RAMP_STEPS - 1)))
}
