import { type FigureBasis } from '../figure/figureBasis'
import { type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { visiblePart } from '../tensor/visiblePart'
import { cellsInWindow, type Windows } from '../tensor/Windows'
import { movedSettings } from './movedSettings'

/** A tensor with the view in which it is to be opened. */
export interface CarriedTensor {
  readonly tensor: Tensor
  readonly view: View
}

/**
 * Returns what is visible of a figure as a tensor of its own, with the view that shows it as it is: the colors stay those of the
 * whole. Undefined where no value is visible.
 */
export function visibleTensor(
  { matrix, colorScale, tensor, view }: FigureBasis,
  { columns, layers }: Windows,
): CarriedTensor | undefined {
  const rows = cellsInWindow(layers, matrix.layerCount)
  const part = visiblePart(matrix, tensor, cellsInWindow(columns, matrix.columnCount), rows)
  if (part === undefined) return undefined
  const { x: _x, cell, ...rest } = view
  const moved = cell && [cell[0] - part.firstLayer, cell[1] - part.firstToken]
  const [layer = -1, token = -1] = moved ?? []
  return {
    tensor: part.tensor,
    view: {
      ...rest,
      ...movedSettings(view, part),
      query: 0,
      width: 'query',
      lock: false,
      ...(colorScale && { domain: [colorScale.low, colorScale.high] }),
      ...(layer >= 0 && token >= 0 && { cell: [layer, token] }),
    },
  }
}
