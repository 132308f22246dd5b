import { color } from 'd3-color'
import { interpolateRgb, piecewise } from 'd3-interpolate'
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

/** Colors of cells without a color of the ramp, each as `#rrggbb`. */
export interface AbsentColors {
  readonly below: string
  readonly above: string
  readonly missing: string
}

/** A colormap, and the facts by which readers choose one. */
export interface ColormapEntry {
  /** Returns the CSS color at a share of the map, 0 … 1. */
  readonly interpolate: (share: number) => string
  /** Whether the map runs from one color through a neutral middle to another. */
  readonly isDiverging: boolean
  /** Whether readers with the common kinds of color blindness can distinguish its colors. */
  readonly isColorBlindSafe: boolean
  /** Whether its lightness only rises or only falls, so that a grey print keeps the order. */
  readonly isGreySafe: boolean
  /**
   * Colors of values beyond the ends and of missing values; present if the default ones resemble colors of the ramp.
   */
  readonly absent?: Partial<AbsentColors>
}

const cool = { below: '#2f9bff', above: '#35d07f' } as const
const vivid = { below: '#b45cff', above: '#35d07f' } as const

/**
 * Stops of *vik*, evenly spaced: dark blue, white in the exact middle, dark red, with equal lightness on both sides.
 */
const blueWhiteRed = piecewise(interpolateRgb, [
  '#0b1f5e',
  '#1f519e',
  '#5b93c8',
  '#b0d0e8',
  '#ffffff',
  '#f3c3b2',
  '#d6755e',
  '#a4302b',
  '#5f0a1d',
])

/**
 * Every colormap, by its name in the setting `colormap`.
 *
 * Sources of the facts: Smith and van der Walt, matplotlib 2.0, 2015 (viridis, magma, inferno, plasma: even and rising
 * lightness, also made for color-blind readers); Nuñez, Anderton and Renslow, PLoS ONE 13(7), 2018 (cividis);
 * Mikhailov, Google AI Blog, 2019 (turbo: lightness rises and falls); Harrower and Brewer, ColorBrewer.org, 2003 (RdBu,
 * PuOr, BrBG: safe for color-blind readers, but two dark ends look the same in a photocopy); Crameri, Shephard and
 * Heron, Nature Communications 11, 2020 (why vik has blue, white and red).
 */
export const colormaps: Readonly<Record<Colormap, ColormapEntry>> = {
  viridis: sequential(interpolateViridis),
  magma: sequential(interpolateMagma, { absent: cool }),
  inferno: sequential(interpolateInferno, { absent: cool }),
  plasma: sequential(interpolatePlasma, { absent: cool }),
  cividis: sequential(interpolateCividis, { absent: { missing: '#cfc3d6' } }),
  turbo: sequential(interpolateTurbo, {
    isColorBlindSafe: false,
    isGreySafe: false,
    absent: { below: '#c79bff', above: '#ff4fb0' },
  }),
  greys: sequential(interpolateGreys, { absent: { missing: '#c3b1e6' } }),
  rdbu: diverging(interpolateRdBu),
  puor: diverging(interpolatePuOr),
  brbg: diverging(interpolateBrBG),
  vik: diverging(blueWhiteRed),
}

type Interpolate = ColormapEntry['interpolate']

function sequential(interpolate: Interpolate, facts: Partial<ColormapEntry> = {}): ColormapEntry {
  const safe = { isColorBlindSafe: true, isGreySafe: true }
  return { interpolate, isDiverging: false, ...safe, ...facts }
}

function diverging(interpolate: Interpolate): ColormapEntry {
  const facts = { isDiverging: true, isColorBlindSafe: true, isGreySafe: false }
  return { interpolate, ...facts, absent: vivid }
}

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
