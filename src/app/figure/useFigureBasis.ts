import { type FigureBasis } from '../../figure/figureBasis'
import { shownBasis } from '../derive/shownBasis'
import { useDerived } from '../derive/useDerived'
import { orderProgress } from '../derive/viewOrders'
import { type OpenTensor } from '../state/AppState'

/**
 * The basis of the open tensor's figure; the one before until it is made. The pinned cell is not in it, nor the zoom where
 * the colors do not go by it: they must not cost a pass over the cells.
 */
export function useFigureBasis(open: OpenTensor | undefined): FigureBasis | undefined {
  return useDerived(shownBasis, open, { progress: orderProgress })?.value
}
