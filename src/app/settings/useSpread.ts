import { type Spread } from '../../analysis/Spread'
import { type FigureBasis } from '../../figure/figureBasis'
import { scaleSpread } from '../derive/scaleSpread'
import { useDerived } from '../derive/useDerived'

/** How the values are spread that a figure's colors go by; while they are counted, the spread before. */
export function useSpread(basis: FigureBasis): Spread | undefined {
  const missing = basis.spread === undefined ? basis : undefined
  const made = useDerived(scaleSpread, missing, { isAfterFigure: true })
  return basis.spread ?? made?.value
}
