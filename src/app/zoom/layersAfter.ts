import { pointers } from 'd3-selection'
import { type PlotGrid } from '../../layout/PlotGrid'
import { type AxisWindow } from '../../tensor/BinAxis'
import { type Windows } from '../../tensor/Windows'
import { panBy, zoomBy, zoomLimits, type ZoomLimits } from './zoomLimits'

/**
 * Least height of a layer in CSS pixels. If layers are lower, they count as many, and are zoomed together with the
 * tokens.
 */
const MIN_LAYER_HEIGHT = 4

/** Scale and vertical offset of a d3-zoom transform. */
interface VerticalZoom {
  readonly k: number
  /** Vertical offset in CSS pixels. */
  readonly y: number
}

/** The transforms before and after one step of a gesture. */
interface ZoomStep {
  readonly before: VerticalZoom
  readonly after: VerticalZoom
}

/**
 * Returns the layers' window after a step of a gesture on the columns; undefined for all layers. Layers that are few
 * take part only if they are zoomed already, by a box, until all columns are visible again. Both axes reach their
 * largest cells together, so the shorter axis zooms more slowly. `pointerY` is in CSS pixels of the figure.
 */
export function layersAfter(
  { before, after }: ZoomStep,
  { grid, windows }: { readonly grid: PlotGrid; readonly windows: Windows },
  pointerY: number,
): AxisWindow | undefined {
  const { plot, layers, columns, isUpward } = grid
  if (after.k === 1 && before.k > 1) return undefined
  const areFew = layers.cellCount * MIN_LAYER_HEIGHT <= plot.height
  if (areFew && windows.layers === undefined) return undefined
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

/** Returns the natural logarithm of the largest zoom factor of an axis. */
function zoomRange({ cellCount, minSpan }: ZoomLimits): number {
  return Math.log(cellCount / minSpan)
}

/**
 * Returns the place of a gesture in CSS pixels from the top of the element. For several fingers, this is their mean.
 */
export function gestureY(event: Event, element: Element): number {
  // A touch event has no coordinates; only its touches have.
  const ys = pointers(event, element).map(([, y]) => y)
  return ys.reduce((sum, y) => sum + y, 0) / ys.length
}
