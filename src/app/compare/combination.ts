import { combined } from '../../analysis/combine/combined'
import { type Part } from '../../analysis/combine/Part'
import { combinedName } from '../../analysis/combine/partLabels'
import { DIFFERENCE_VIEW } from '../../analysis/difference/subtracted'
import { displayName } from '../../figure/figureBasis'
import { differenceOf, type JsonValue } from '../../tensor/Tensor'
import { inSlices } from '../../worker/inSlices'
import { preparedTensor } from '../derive/preparedTensor'
import { type NamedMade } from '../open/openFiles'
import { tabName, type OpenTensor } from '../state/AppState'

/** Returns a query of an open tensor as a part of a combination. */
export function partAt(open: OpenTensor, queryIndex: number): Part {
  const { fileName, tensor, view } = open
  const name = tabName(open, displayName(fileName))
  return { name, tensor, queryIndex, transform: view.transform }
}

/** Returns the query that an open tensor shows. */
export function shownPart(open: OpenTensor): Part {
  return partAt(open, open.view.query)
}

/**
 * Returns the tensor of queries, to be opened. It opens with their transform, with the axis that all show, and
 * with the colors of differences if all are: in panels, or if one of two queries is given by its place, with this one
 * shown and both in turns.
 */
export function combination(
  queries: readonly { readonly open: OpenTensor; readonly queryIndex: number }[],
  turn?: 0 | 1,
): NamedMade {
  const parts = queries.map(({ open, queryIndex }) => partAt(open, queryIndex))
  const name = combinedName(parts)
  const [{ transform, axis } = { transform: 'raw', axis: undefined }, ...others] = queries.map(
    ({ open }) => open.view,
  )
  const areDifferences = parts.every(({ tensor, queryIndex }) => differenceOf(tensor, queryIndex))
  const isShared = others.every((each) => each.axis === axis)
  return {
    name,
    make: async (work) => {
      const { tensor, notices } = await inSlices(combined(parts), work.signal)
      const place: JsonValue =
        turn === undefined ? { panels: 'queries' } : { flick: [0, 1], query: turn }
      const view: JsonValue = {
        ...(areDifferences && DIFFERENCE_VIEW),
        ...place,
        transform,
        ...(isShared && axis && { axis }),
      }
      const made = await preparedTensor({ ...tensor, view }, work)
      return { tensors: [{ name, ...made }], notices }
    },
  }
}
