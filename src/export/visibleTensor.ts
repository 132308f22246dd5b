import { type FigureBasis } from '../figure/figureBasis'
import { type ShownView } from '../tensor/shownView'
import { type Tensor } from '../tensor/Tensor'
import { visiblePart } from '../tensor/visiblePart'
import { cellsInWindow } from '../tensor/Windows'
import { movedSettings } from './movedSettings'

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
  const moved = cell && [cell[0] - part.firstLayer, cell[1] - part.firstToken]
  const [layer = -1, token = -1] = moved ?? []
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
