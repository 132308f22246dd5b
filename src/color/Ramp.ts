import {
  interpolateBrBG,
  interpolateCividis,
  interpolateGreys,
  interpolateInferno,
  interpolateMagma,
  interpolatePlasma,
  interpolatePuOr,
  interpolateRdBu,
  interpolateTurbo,
  interpolateViridis,
} from 'd3-scale-chromatic'
import { type Colormap } from '../tensor/View'

/** Odd, so that a ramp around a middle has its exact middle: step 125. */
export const RAMP_STEPS = 251

/** The colors of a colormap, least first: `RAMP_STEPS` of them, each as `#rrggbb`. */
export type Ramp = readonly string[]

const interpolators: Readonly<Record<Colormap, (t: number) => string>> = {
  viridis: interpolateViridis,
  magma: interpolateMagma,
  inferno: interpolateInferno,
  plasma: interpolatePlasma,
  cividis: interpolateCividis,
  turbo: interpolateTurbo,
  greys: interpolateGreys,
  rdbu: interpolateRdBu,
  puor: interpolatePuOr,
  brbg: interpolateBrBG,
  vik: interpolateRdBu,
}

/** The colormap sampled at i / 250, both ends included. */
export function rampOf(colormap: Colormap): Ramp {
  const interpolate = interpolators[colormap]
  return Array.from({ length: RAMP_STEPS }, (_, step) =>
    hexOf(interpolate(step / (RAMP_STEPS - 1))),
  )
}

/** Some interpolators write `rgb(r, g, b)`. */
function hexOf(color: string): string {
  if (color.startsWith('#')) return color
  const channels = color.match(/\d+/g) ?? []
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`
}
