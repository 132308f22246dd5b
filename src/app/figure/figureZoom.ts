import { select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom'
import { type PlotGrid } from '../../layout/PlotGrid'
import { type Rect } from '../../layout/Rect'
import { type AxisWindow } from '../../tensor/BinAxis'
import { gestureY } from './gestureY'
import { layersAfter } from './layersAfter'
import { windowOf, withoutAbsent, zoomLimits, type Windows } from './zoomWindow'

/** The gestures of an element: wheel, pinch and drag. */
export interface FigureZoom {
  /**
   * Where the next step goes on from, and in which plot. Windows that a gesture made are behind the gesture if they have
   * changed since, and never move it.
   */
  readonly follow: (grid: PlotGrid, windows: Windows) => void
  readonly stop: () => void
}

type Corners = [topLeft: [number, number], bottomRight: [number, number]]

/** Calls `onZoom` with the windows after each step of a gesture on the element. */
export function figureZoom(node: HTMLElement, onZoom: (windows: Windows) => void): FigureZoom {
  let grid: PlotGrid | undefined
  let shown: Windows | undefined
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
      if (isFollowing || grid === undefined || !(sourceEvent instanceof Event)) return
      const { plot, columns } = grid
      const limits = zoomLimits(columns.cellCount, plot.width)
      windows = withoutAbsent({
        columns: windowOf(visiblePart(transform, plot, columns.cellCount), limits),
        layers: layersAfter(step, { grid, windows }, gestureY(sourceEvent, node)),
      })
      ownWindows.add(windows)
      onZoom(windows)
    })
  const selection = select(node).call(behavior).on('dblclick.zoom', null)
  return {
    follow: (nextGrid, nextWindows) => {
      const isMoved = nextWindows !== shown && !ownWindows.has(nextWindows)
      const isSamePlot = grid !== undefined && hasSamePlot(grid, nextGrid)
      grid = nextGrid
      shown = nextWindows
      if (isSamePlot && !isMoved) return
      if (isMoved) {
        windows = nextWindows
        ownWindows = new WeakSet()
      }
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

/** The part of the columns that a transform shows. */
function visiblePart(transform: ZoomTransform, plot: Rect, cellCount: number): AxisWindow {
  const left = transform.invertX(plot.x) - plot.x
  return { start: (left / plot.width) * cellCount, span: cellCount / transform.k }
}

/** The inverse of `visiblePart`; upright, there is as much room on either side as the layers have. */
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
