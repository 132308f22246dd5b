import { layerLabel, sequenceIndex } from '../../tensor/Tensor'
import { type OpenTensor } from '../state/appState'

type OrderOptions = readonly (readonly [value: string, label: string])[]

/** Orders of the tokens: by the value in a layer, too, in the chosen one and in that of the pinned cell. */
export function tokenOrders(open: OpenTensor): OrderOptions {
  const { tensor, view } = open
  return optionsOf('layer', view.order, view.cell?.[0], (layer) => layerLabel(tensor, layer))
}

export function layerOrders(open: OpenTensor): OrderOptions {
  const { tensor, view } = open
  return optionsOf('token', view.layer_order, view.cell?.[1], (token) =>
    sequenceIndex(tensor, token),
  )
}

function optionsOf(
  noun: string,
  chosen: string,
  pinned: number | undefined,
  nameOf: (place: number) => string | number,
): OrderOptions {
  const places = new Set([
    ...(chosen.includes(':') ? [Number(chosen.split(':')[1])] : []),
    ...(pinned === undefined ? [] : [pinned]),
  ])
  return [
    ['position', 'The sequence'],
    ['mean', 'Mean'],
    ['trend', 'Trend'],
    ['cluster', 'Similarity'],
    ...[...places].map(
      (place) => [`${noun}:${place}`, `Value at ${noun} ${nameOf(place)}`] as const,
    ),
  ]
}
