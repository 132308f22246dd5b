import { select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom'
import { type PlotGrid } from '../../layout/PlotGrid'
import { type AxisWindow } from '../../tensor/BinAxis'
import { gestureY } from './gestureY'
import { layersAfter } from './layersAfter'
import { windowOf, withoutAbsent, type Windows } from '../../tensor/Windows'
import { zoomLimits } from './zoomWindow'

/** What is shown, and what is called with the windows after each step of a gesture. */
interface Zoomable {
  readonly grid: PlotGrid
  readonly windows: Windows
  readonly onZoom: (windows: Windows) => void
}

/** The gestures on an element: wheel, pinch and drag. */
export interface FigureZoom {
  /**
   * Lets gestures go on from the windows that are now shown. Windows that a gesture made itself move nothing: it may be
   * several steps further on. With another `onZoom` all steps before count no more.
   */
  readonly follow: (zoomable: Zoomable) => void
  readonly stop: () => void
}

type Corners = [topLeft: [number, number], bottomRight: [number, number]]

/** Binds the gestures to an element. They begin with the first `follow`. */
export function figureZoom(node: HTMLElement): FigureZoom {
  let shown: Zoomable | undefined
  let windows: Windows = {}
  // Rendering is slower than a wheel: the page may show any of the windows that the gesture has left already.
  let ownWindows = new WeakSet<Windows>()
  let isFollowing = false
  let before: ZoomTransform = zoomIdentity
  // A gesture keeps this array from its start to its end, and the plot may change its height meanwhile.
  const corners: Corners = [
    [0, 0],
    [0, 0],
  ]
  const behavior = zoom<HTMLElement, unknown>()
    .extent(() => corners)
    .clickDistance(4)
    .filter((event: MouseEvent | TouchEvent) => isGesture(event))
    .on('zoom', ({ transform, sourceEvent }: ZoomStepEvent) => {
      const step = { before, after: transform }
      before = transform
      // While a gesture is open, d3-zoom gives the reader's last event to what the page does, too.
      if (isFollowing || shown === undefined || !(sourceEvent instanceof Event)) return
      const { grid, onZoom } = shown
      windows = withoutAbsent({
        columns: visibleColumns(transform, grid),
        layers: layersAfter(step, { grid, windows }, gestureY(sourceEvent, node)),
      })
      ownWindows.add(windows)
      onZoom(windows)
    })
  const selection = select(node).call(behavior).on('dblclick.zoom', null)
  const moveTo = (grid: PlotGrid): void => {
    const { plot, columns } = grid
    corners[0] = [plot.x, plot.y]
    corners[1] = [plot.x + plot.width, plot.y + plot.height]
    const { minSpan } = zoomLimits(columns.cellCount, plot.width)
    behavior
      .translateExtent(corners)
      .scaleExtent([1, Math.max(1, columns.cellCount / Math.max(1, minSpan))])
    isFollowing = true
    behavior.transform(selection, transformOf(windows, grid))
    isFollowing = false
  }
  return {
    follow: (next) => {
      const last = shown
      shown = next
      const isSame = last?.windows === next.windows || ownWindows.has(next.windows)
      const isMoved = last?.onZoom !== next.onZoom || !isSame
      if (isMoved) {
        windows = next.windows
        ownWindows = new WeakSet()
      }
      if (isMoved || !hasSamePlot(last.grid, next.grid)) moveTo(next.grid)
    },
    stop: () => {
      selection.on('.zoom', null)
    },
  }
}

interface ZoomStepEvent {
  readonly transform: ZoomTransform
  readonly sourceEvent: unknown
}

/** In a frame the wheel belongs to the page around it, unless Ctrl is held or the figure was clicked. */
function isGesture(event: MouseEvent | TouchEvent): boolean {
  if (event.type !== 'wheel') return !('button' in event) || event.button === 0
  const isFramed = window.self !== window.top
  const isFocused = event.target instanceof Element && event.target.closest(':focus') !== null
  return !isFramed || event.ctrlKey || isFocused
}

function hasSamePlot(a: PlotGrid, b: PlotGrid): boolean {
  const isSameSize = (['x', 'y', 'width', 'height'] as const).every(
    (key) => a.plot[key] === b.plot[key],
  )
  return isSameSize && a.columns.cellCount === b.columns.cellCount
}

/** The columns that a transform shows; undefined for all. */
function visibleColumns(transform: ZoomTransform, grid: PlotGrid): AxisWindow | undefined {
  const { plot, columns } = grid
  const { cellCount } = columns
  const left = transform.invertX(plot.x) - plot.x
  const part = { start: (left / plot.width) * cellCount, span: cellCount / transform.k }
  return windowOf(part, zoomLimits(cellCount, plot.width))
}

/** The inverse of `visibleColumns`; upright, there is as much room on either side as the layers have. */
function transformOf(
  windows: Windows,
  { plot, columns, layers, isUpward }: PlotGrid,
): ZoomTransform {
  if (windows.columns === undefined) return zoomIdentity
  const k = columns.cellCount / windows.columns.span
  const left = (windows.columns.start / columns.cellCount) * plot.width
  const hiddenCount = windows.layers === undefined ? 0 : layers.cellCount - windows.layers.span
  const fromLow = hiddenCount > 0 ? (windows.layers?.start ?? 0) / hiddenCount : 0.5
  const top = (isUpward ? 1 - fromLow : fromLow) * plot.height
  return zoomIdentity.translate(plot.x - k * (plot.x + left), (1 - k) * (plot.y + top)).scale(k)
}
