import { lackedCount } from '../tensor/atLayer'
import { rowOf, type Tensor } from '../tensor/Tensor'
import { asLoaded, type Displayed } from './displayedOf'
import { queriesAtLayer, type LayerPlace } from './queriesAtLayer'
import { type Sliced } from './Sliced'
import { statisticsOf } from './Statistics'

/** The queries at a layer, as loaded and with the values that a view displays. */
export interface RowsAtLayer {
  readonly tensor: Tensor
  readonly displayed: Displayed
}

/** The queries at a layer, before a pass over their values. */
interface UnreadRows {
  readonly tensor: Tensor
  readonly shown: Tensor
  readonly counted?: Tensor
}

/** Returns the queries of a tensor at a layer, with the values that are displayed and with those that count. */
export function* unreadRows(
  tensor: Tensor,
  displayed: Displayed,
  place: LayerPlace,
): Sliced<UnreadRows> {
  const shown = yield* queriesAtLayer(displayed.tensor, place)
  return {
    shown,
    tensor: displayed.tensor === tensor ? shown : yield* queriesAtLayer(tensor, place),
    ...(displayed.counted && { counted: yield* queriesAtLayer(displayed.counted, place) }),
  }
}

/** Returns the queries at a layer, given the results of a pass over their displayed values. */
export function readRows(
  { tensor, shown, counted }: UnreadRows,
  read: Displayed,
  roundings: Displayed['roundings'],
): RowsAtLayer {
  const rest = counted && statisticsOf(counted, 0)
  const isCounted = rest !== undefined && rest.finiteCount > 0
  const statistics = read.statistics.map((all) => {
    const { cellCount, missingCount, aboveCount, belowCount } = all
    const lacked = lackedIn(shown)
    return {
      ...(isCounted ? rest : all),
      aboveCount,
      belowCount,
      cellCount: cellCount - lacked,
      missingCount: missingCount - lacked,
    }
  })
  const displayed = {
    ...read,
    tensor: shown,
    statistics,
    ...(isCounted && { counted }),
    ...(roundings && { roundings: [Math.max(...roundings)] }),
  }
  return { tensor, displayed }
}

/** Returns the queries at a layer. */
export function* rowsAtLayer(
  tensor: Tensor,
  displayed: Displayed,
  place: LayerPlace,
): Sliced<RowsAtLayer> {
  const unread = yield* unreadRows(tensor, displayed, place)
  return readRows(unread, asLoaded(unread.shown), displayed.roundings)
}

/** Returns how many of the stored values stand for columns that the query of their row does not have. */
function lackedIn(tensor: Tensor): number {
  if (tensor.atLayer?.starts === undefined) return 0
  return tensor.atLayer.whole.queries.reduce((sum, _, q) => {
    const { firstToken, length } = rowOf(tensor, 0, q)
    return sum + lackedCount(tensor, q, [firstToken, firstToken + length])
  }, 0)
}
