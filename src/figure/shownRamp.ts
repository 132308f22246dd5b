import { veiled } from '../color/inkOn'
import { type Ramp } from '../color/colormaps'
import { stepOf } from '../color/Palette'
import { type View } from '../tensor/View'
import { type FigureBasis } from './figureBasis'
import { type FigureTheme } from './FigureTheme'

/** How much of the background covers a faded color. */
const VEIL = 0.72

export interface RampBasis extends Pick<FigureBasis, 'ramp' | 'colorScale' | 'noise'> {
  readonly view: Pick<View, 'fade'>
}

/**
 * The ramp as it is drawn: with a view that fades the noise, the steps that lie inside its floor are. The two that the
 * floor's ends fall into are not, so that no cell outside is faded.
 */
export function shownRamp(
  { ramp, colorScale, noise, view }: RampBasis,
  { background }: Pick<FigureTheme, 'background'>,
): Ramp {
  if (!view.fade || noise === undefined || colorScale === undefined) return ramp
  const { limit } = noise
  const { low, high } = colorScale
  const first = -limit < low ? -1 : -limit > high ? 251 : stepOf(-limit, colorScale)
  const last = limit > high ? 251 : limit < low ? -1 : stepOf(limit, colorScale)
  return ramp.map((color, step) => {
    return step > first && step < last ? veiled(color, background, VEIL) : color
  })
}
