import { type Spread } from '../../analysis/Spread'
import { type FigureBasis } from '../../figure/figureBasis'
import { scaleSpread } from '../derive/scaleSpread'
import { useDerived } from '../derive/useDerived'

/**
 * Returns the spread of the values that set a figure's colors. While they are being counted, returns the previous
 * spread.
 */
export function useSpread(basis: FigureBasis): Spread | undefined {
  const missing = basis.spread === undefined ? basis : undefined
  const made = useDerived(scaleSpread, missing, { isAfterFigure: true })
  return basis.spread ?? made?.value
}
