import { layerLabel, sequenceIndex } from '../../tensor/Tensor'
import { type Option } from '../../tensor/settings/Setting'
import { settings } from '../../tensor/settings/settings'
import { type OpenTensor } from '../state/AppState'

type OrderOptions = readonly Option<string>[]

/**
 * Returns the orders of the tokens. They include the orders by value in the chosen layer and in the layer of the pinned
 * cell.
 */
export function tokenOrders(open: OpenTensor): OrderOptions {
  const { tensor, view, cell } = open
  const placed = placesOf('layer', view.order, cell?.[0], (layer) => layerLabel(tensor, layer))
  return [...settings.order.options, ...placed]
}

export function layerOrders(open: OpenTensor): OrderOptions {
  const { tensor, view, cell } = open
  const placed = placesOf('token', view.layer_order, cell?.[1], (token) =>
    sequenceIndex(tensor, token),
  )
  return [...settings.layer_order.options, ...placed]
}

/** Returns the orders by value in the chosen layer or token, and in that of the pinned cell. */
function placesOf(
  noun: string,
  chosen: string,
  pinned: number | undefined,
  nameOf: (place: number) => string | number,
): OrderOptions {
  const places = new Set([
    ...(chosen.includes(':') ? [Number(chosen.split(':')[1])] : []),
    ...(pinned === undefined ? [] : [pinned]),
  ])
  return Array.from(places, (place) => [`${noun}:${place}`, `Value at ${noun} ${nameOf(place)}`])
}
