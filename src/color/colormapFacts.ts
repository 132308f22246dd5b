import { type Colormap } from '../tensor/View'
import { type AbsentColors } from './Palette'

/** What is known of a colormap. */
export interface ColormapFacts {
  readonly name: string
  /** Whether its colors differ for readers with the common kinds of color blindness. */
  readonly isColorBlindSafe: boolean
  /** Whether its lightness only rises or only falls, so that a grey print keeps the order. */
  readonly isGreySafe: boolean
  /** Colors beyond the ends and of missing values, where the usual ones would be taken for colors of the ramp. */
  readonly absent?: Partial<AbsentColors>
}

const cool = { below: '#2f9bff', above: '#35d07f' } as const
const vivid = { below: '#b45cff', above: '#35d07f' } as const

/**
 * Sources: Smith and van der Walt, matplotlib 2.0, 2015 (viridis, magma, inferno, plasma: even and rising lightness, made
 * for color-blind readers too); Nuñez, Anderton and Renslow, PLoS ONE 13(7), 2018 (cividis); Mikhailov, Google AI Blog,
 * 2019 (turbo: lightness rises and falls); Harrower and Brewer, ColorBrewer.org, 2003 (RdBu, PuOr, BrBG: safe for
 * color-blind readers, not for photocopies, as of any two dark ends); Crameri, Shephard and Heron, Nature Communications 11,
 * 2020 (why vik has blue, white and red).
 */
export const colormapFacts: Readonly<Record<Colormap, ColormapFacts>> = {
  viridis: facts('viridis'),
  magma: facts('magma', { absent: cool }),
  inferno: facts('inferno', { absent: cool }),
  plasma: facts('plasma', { absent: cool }),
  cividis: facts('cividis', { absent: { missing: '#cfc3d6' } }),
  turbo: facts('turbo', {
    isColorBlindSafe: false,
    isGreySafe: false,
    absent: { below: '#c79bff', above: '#ff4fb0' },
  }),
  greys: facts('Greys', { absent: { missing: '#c3b1e6' } }),
  rdbu: facts('RdBu, red to blue', { isGreySafe: false, absent: vivid }),
  puor: facts('PuOr, purple to orange', { isGreySafe: false, absent: vivid }),
  brbg: facts('BrBG, brown to green', { isGreySafe: false, absent: vivid }),
  vik: facts('vik, blue to red', { isGreySafe: false, absent: vivid }),
}

function facts(name: string, rest: Partial<ColormapFacts> = {}): ColormapFacts {
  return { name, isColorBlindSafe: true, isGreySafe: true, ...rest }
}
