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
import { COLORMAPS, type Colormap } from '../tensor/View'
import { channelsOf } from './channelsOf'

/** Odd, so that a ramp around a middle has its exact middle: step 125. */
export const RAMP_STEPS = 251

/** Whether a colormap runs from one color over a neutral middle to another. */
export function isDiverging(colormap: Colormap): boolean {
  return COLORMAPS.indexOf(colormap) >= COLORMAPS.indexOf('rdbu')
}

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
  vik: interpolateBlueWhiteRed,
}

/** The colormap sampled at i / 250, both ends included. */
export function rampOf(colormap: Colormap, isReversed = false): Ramp {
  const interpolate = interpolators[colormap]
  const ramp = Array.from({ length: RAMP_STEPS }, (_, step) => {
    return hexOf(interpolate(step / (RAMP_STEPS - 1)))
  })
  return isReversed ? ramp.toReversed() : ramp
}

/** Some interpolators write `rgb(1, 2, 3)`. */
function hexOf(color: string): string {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color)?.slice(1)
  if (channels === undefined) return color
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, '0')).join('')}`
}

/** The stops of *vik*, evenly spaced: dark blue, white in the exact middle, dark red, lightness alike on both sides. */
const BLUE_WHITE_RED = [
  '#0b1f5e',
  '#1f519e',
  '#5b93c8',
  '#b0d0e8',
  '#ffffff',
  '#f3c3b2',
  '#d6755e',
  '#a4302b',
  '#5f0a1d',
]

/** In proportion between the stops, as their channels are written. */
function interpolateBlueWhiteRed(t: number): string {
  const place = t * (BLUE_WHITE_RED.length - 1)
  const index = Math.min(Math.floor(place), BLUE_WHITE_RED.length - 2)
  const [from, to] = [index, index + 1].map((k) => channelsOf(BLUE_WHITE_RED[k] ?? ''))
  const mixed = from?.map((channel, k) => {
    return Math.round(channel + ((to?.[k] ?? 0) - channel) * (place - index))
  })
  return `rgb(${mixed?.join(', ')})`
}
