import { type FigureBasis } from '../../figure/figureBasis'
import { shownBasis } from '../derive/shownBasis'
import { useDerived } from '../derive/useDerived'
import { orderProgress } from '../derive/viewOrders'
import { type OpenTensor } from '../state/AppState'

/**
 * Returns the basis of the open tensor's figure, or the previous basis until it is made. The pinned cell is not part of
 * it, nor is the zoom unless the colors depend on it, so that changing them needs no pass over the cells.
 */
export function useFigureBasis(open: OpenTensor | undefined): FigureBasis | undefined {
  return useDerived(shownBasis, open, { progress: orderProgress })?.value
}
