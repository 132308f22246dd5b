import { asLoaded, type Displayed } from '../../analysis/displayedOf'
import { type LayerPlace } from '../../analysis/queriesAtLayer'
import { readRows, unreadRows, type RowsAtLayer } from '../../analysis/rowsAtLayer'
import { type Tensor } from '../../tensor/Tensor'
import { derived } from './derived'
import { inSlices } from '../../worker/inSlices'
import { preparedTensor } from './preparedTensor'

export interface RowsInput {
  /** The open tensor. */
  readonly tensor: Tensor
  readonly displayed: Displayed
  readonly place: LayerPlace
}

/** The queries of a tensor at a layer, as rows. Those of several layers are kept, because a reader goes to and fro. */
export const viewRows = derived<RowsInput, RowsAtLayer>({
  of: ({ displayed: { tensor, counted = tensor } }) => counted,
  key: ({ place: { layer, axis, alignment } }) => `${layer} ${axis} ${alignment?.reference}`,
  keptCount: 4,
  cost: ({ tensor }) => tensor.tokenCounts.reduce((sum, count) => sum + count, 0),
  *make({ tensor, displayed, place }) {
    const unread = yield* unreadRows(tensor, displayed, place)
    return readRows(unread, asLoaded(unread.shown), displayed.roundings)
  },
  makeElsewhere: async ({ tensor, displayed, place }, work) => {
    const unread = await inSlices(unreadRows(tensor, displayed, place), work.signal)
    return readRows(unread, await preparedTensor(unread.shown, work), displayed.roundings)
  },
})
