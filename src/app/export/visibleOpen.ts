import { type FigureBasis } from '../../figure/figureBasis'
import { type AxisWindow } from '../../tensor/BinAxis'
import { type Tensor } from '../../tensor/Tensor'
import { type View } from '../../tensor/View'
import { visiblePart, type Stretch } from '../../tensor/visiblePart'
import { type Windows } from '../figure/zoomWindow'
import { movedSettings } from './movedSettings'

/** A tensor with the view in which it is to be opened. */
export interface Carried {
  readonly tensor: Tensor
  readonly view: View
}

/**
 * What is visible of a figure as a tensor of its own, with the view that shows it as it is: the colors stay those of the
 * whole. Undefined where no value is visible.
 */
export function visibleOpen(
  { matrix, colorScale, tensor, view }: FigureBasis,
  { columns, layers }: Windows,
): Carried | undefined {
  const rows = stretchOf(layers, matrix.layerCount)
  const part = visiblePart(matrix, tensor, stretchOf(columns, matrix.columnCount), rows)
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

/** Cells at the edges of a window count, however little of them is visible. */
function stretchOf(window: AxisWindow | undefined, cellCount: number): Stretch {
  const { start, span } = window ?? { start: 0, span: cellCount }
  return [Math.max(0, Math.floor(start)), Math.min(cellCount, Math.ceil(start + span))]
}
