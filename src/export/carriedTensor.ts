import { type FigureBasis, type ShownTensor } from '../figure/figureBasis'
import { type ShownView } from '../tensor/shownView'
import { layerCountOf, tokenCountOf, type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { visiblePart, type VisiblePart } from '../tensor/visiblePart'
import { cellsInWindow } from '../tensor/Windows'
import { type Carried } from './ExportOptions'

/**
 * Returns the tensor that a figure carries, with the view in which it is opened, or undefined if it carries none.
 * `basisOf` is called only if the figure carries its visible part.
 */
export async function carriedTensor(
  { tensor, view, windows, cell }: ShownTensor,
  carried: Carried,
  basisOf: () => Promise<FigureBasis>,
): Promise<CarriedTensor | undefined> {
  if (carried === 'none') return undefined
  if (carried === 'visible') return visibleTensor(await basisOf(), { windows, cell })
  return { tensor, view, windows, cell }
}

/** A tensor with the view in which it is opened. */
export interface CarriedTensor extends ShownView {
  readonly tensor: Tensor
}

/**
 * Returns the visible part of a figure as its own tensor, with a view that shows it unchanged: the colors stay those of
 * the whole figure. Returns undefined if no value is visible.
 */
export function visibleTensor(
  { matrix, colorScale, tensor, view }: FigureBasis,
  { windows, cell }: Pick<ShownView, 'windows' | 'cell'>,
): CarriedTensor | undefined {
  const columns = cellsInWindow(windows.columns, matrix.columnCount)
  const rows = cellsInWindow(windows.layers, matrix.layerCount)
  const part = visiblePart(matrix, tensor, columns, rows)
  if (part === undefined) return undefined
  const movedCell = cell && [cell[0] - part.firstLayer, cell[1] - part.firstToken]
  const [layer = -1, token = -1] = movedCell ?? []
  return {
    tensor: part.tensor,
    view: {
      ...view,
      ...movedSettings(view, part),
      query: 0,
      width: 'query',
      lock: false,
      ...(colorScale && { domain: [colorScale.low, colorScale.high] }),
    },
    windows: {},
    cell: layer >= 0 && token >= 0 ? [layer, token] : undefined,
  }
}

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
