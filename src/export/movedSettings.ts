import { layerCountOf, tokenCountOf } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { type VisiblePart } from '../tensor/visiblePart'

type MovedSettings = Pick<View, 'order' | 'layer_order' | 'token_lines' | 'layer_lines'>

/**
 * Returns the settings of a view that refer to tokens and layers, with the indices that these have in a part of the
 * tensor.
 */
export function movedSettings(
  view: MovedSettings,
  { tensor, firstToken, firstLayer }: VisiblePart,
): MovedSettings {
  const tokens = [firstToken, tokenCountOf(tensor, 0)] as const
  const layers = [firstLayer, layerCountOf(tensor, 0)] as const
  return {
    order: movedOrder(view.order, ...layers),
    layer_order: movedOrder(view.layer_order, ...tokens),
    ...(view.token_lines && { token_lines: moved(view.token_lines, ...tokens) }),
    ...(view.layer_lines && { layer_lines: moved(view.layer_lines, ...layers) }),
  }
}

/** Returns the indices in the part; those outside it are left out. */
function moved(indices: readonly number[], first: number, count: number): number[] {
  return indices.map((index) => index - first).filter((index) => index >= 0 && index < count)
}

/** Returns the order in the part, or that of the sequence if the part lacks the layer or token of the order. */
function movedOrder(order: string, first: number, count: number): string {
  const [noun, place] = order.split(':')
  if (place === undefined) return order
  const [index] = moved([Number(place)], first, count)
  return index === undefined ? 'position' : `${noun}:${index}`
}
