import { type PlotGrid } from '../../layout/PlotGrid'
import { type AxisWindow } from '../../tensor/BinAxis'
import { type Windows } from '../../tensor/Windows'
import { panBy, zoomBy, zoomLimits } from './zoomWindow'

/** Layers that are lower than this, in CSS pixels, are many: they are zoomed together with the tokens. */
const MIN_LAYER_HEIGHT = 4

/** Scale and vertical offset, as d3-zoom has them. */
interface VerticalZoom {
  readonly k: number
  /** In CSS pixels. */
  readonly y: number
}

/** A step of a gesture. */
export interface ZoomStep {
  readonly before: VerticalZoom
  readonly after: VerticalZoom
}

/**
 * The layers' window after a step of a gesture on the columns. Both axes reach their largest cells together, so the
 * shorter one zooms more slowly. `pointerY` is in CSS pixels of the figure.
 */
export function layersAfter(
  { before, after }: ZoomStep,
  { grid, windows }: { readonly grid: PlotGrid; readonly windows: Windows },
  pointerY: number,
): AxisWindow | undefined {
  const { plot, layers, columns, isUpward } = grid
  if (layers.cellCount * MIN_LAYER_HEIGHT <= plot.height) return undefined
  const limits = zoomLimits(layers.cellCount, plot.height)
  const { start, span } = windows.layers ?? { start: 0, span: layers.cellCount }
  if (after.k === before.k) {
    const share = (after.y - before.y) / plot.height
    return panBy(windows.layers, (isUpward ? share : -share) * span, limits)
  }
  const columnLimits = zoomLimits(columns.cellCount, plot.width)
  const pace = zoomRange(limits) / Math.max(zoomRange(columnLimits), Number.EPSILON)
  const share = (pointerY - plot.y) / plot.height
  const anchor = start + (isUpward ? 1 - share : share) * span
  return zoomBy(windows.layers, (after.k / before.k) ** Math.min(1, pace), anchor, limits)
}

/** How far an axis can be zoomed, as a logarithm. */
function zoomRange({ cellCount, minSpan }: ReturnType<typeof zoomLimits>): number {
  return Math.log(cellCount / minSpan)
}
