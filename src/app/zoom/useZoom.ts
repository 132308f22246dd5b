import { pointers, select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { holds } from '../../layout/locate'
import { type PlotGrid, type Rect } from '../../layout/PlotGrid'
import { type AxisWindow } from '../../tensor/BinAxis'
import { windowOf, withoutAbsent, type Windows } from '../../tensor/Windows'
import { gestureY, layersAfter } from './layersAfter'
import { zoomLimits } from './zoomLimits'

/** Zooms and pans by wheel, pinch and drag over the plot: the tokens, and also the layers if these are many. */
export function useZoom(
  element: RefObject<HTMLElement | null>,
  { grid, plots }: ZoomedPlots,
  windows: Windows,
  onZoom: (windows: Windows) => void,
): void {
  const gestures = useRef<FigureZoom>(undefined)
  // A gesture lasts many renders, so its listeners are bound once.
  useLayoutEffect(() => {
    const node = element.current
    if (node === null) return undefined
    const bound = figureZoom(node)
    gestures.current = bound
    return () => bound.stop()
  }, [element])
  // Keys, the overview and the search change the windows too. The next step of a gesture continues from there, not from
  // an earlier frame.
  useLayoutEffect(
    () => gestures.current?.follow({ grid, plots, windows, onZoom }),
    [grid, plots, windows, onZoom],
  )
}

/** The plots of a figure, which are zoomed together. */
export interface ZoomedPlots {
  /** The grid that reaches as far as those of all plots. */
  readonly grid: PlotGrid
  /** The rectangle of each plot. */
  readonly plots: readonly Rect[]
}

/** The shown plots and windows, and the callback for the windows after each step of a gesture. */
interface Zoomable extends ZoomedPlots {
  readonly windows: Windows
  readonly onZoom: (windows: Windows) => void
}

/** The zoom gestures of an element: wheel, pinch and drag. */
interface FigureZoom {
  /**
   * Continues gestures from the windows that are now shown. Windows that a gesture made itself change nothing, since
   * the gesture may be several steps ahead. A new `onZoom` discards all earlier steps.
   */
  readonly follow: (zoomable: Zoomable) => void
  readonly stop: () => void
}

type Corners = [topLeft: [number, number], bottomRight: [number, number]]

function noCorners(): Corners {
  return [
    [0, 0],
    [0, 0],
  ]
}

/** Binds zoom gestures to an element. They have no effect before the first call of `follow`. */
function figureZoom(node: HTMLElement): FigureZoom {
  let shown: Zoomable | undefined
  let windows: Windows = {}
  // Rendering is slower than a wheel: the page may show any earlier windows of the gesture.
  let ownWindows = new WeakSet<Windows>()
  let isFollowing = false
  let before: ZoomTransform = zoomIdentity
  // d3-zoom keeps this array for a whole gesture, and the plot's height may change meanwhile, so its corners are
  // changed in place.
  const corners = noCorners()
  // The plot in which the last gesture began, and the grid at its place.
  let plotIndex = 0
  let placed: PlotGrid | undefined
  const behavior = zoom<HTMLElement, unknown>()
    .extent(() => corners)
    .clickDistance(4)
    .filter((event: MouseEvent | TouchEvent) => {
      if (!isGesture(event)) return false
      plotIndex = plotUnder(event, node, shown?.plots) ?? plotIndex
      if (shown !== undefined) place(shown, false)
      return true
    })
    .on('zoom', ({ transform, sourceEvent }: ZoomStepEvent) => {
      const step = { before, after: transform }
      before = transform
      // During a gesture, d3-zoom also passes the reader's last event to transforms made by the page.
      if (isFollowing || shown === undefined || !(sourceEvent instanceof Event)) return
      const grid = gridAt(shown, plotIndex)
      const layers = layersAfter(step, { grid, windows }, gestureY(sourceEvent, node))
      windows = withoutAbsent({ columns: visibleColumns(transform, grid), layers })
      ownWindows.add(windows)
      shown.onZoom(windows)
    })
  const selection = select(node).call(behavior).on('dblclick.zoom', null)
  const place = (next: Zoomable, isMoved: boolean): void => {
    const grid = gridAt(next, plotIndex)
    if (!isMoved && hasSamePlot(placed, grid)) return
    placed = grid
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
      const isSame = shown?.windows === next.windows || ownWindows.has(next.windows)
      const isMoved = shown?.onZoom !== next.onZoom || !isSame
      shown = next
      if (isMoved) {
        windows = next.windows
        ownWindows = new WeakSet()
      }
      place(next, isMoved)
    },
    stop: () => void selection.on('.zoom', null),
  }
}

/** Returns the grid at the place of one of the plots, whose row 0 and column 0 are where those of the plot are. */
function gridAt({ grid, plots }: ZoomedPlots, index: number): PlotGrid {
  const at = plots[index]
  if (at === undefined || plots.length === 1) return grid
  const { width, height } = grid.plot
  const y = grid.isUpward ? at.y + at.height - height : at.y
  return { ...grid, plot: { x: at.x, y, width, height } }
}

interface ZoomStepEvent {
  readonly transform: ZoomTransform
  readonly sourceEvent: unknown
}

/**
 * Returns true if an event begins or continues a gesture; dragging with Shift draws a box instead. If the page or the
 * one around it scrolls, the wheel scrolls it unless Ctrl is held or the figure has the focus.
 */
function isGesture(event: MouseEvent | TouchEvent): boolean {
  if (event.type !== 'wheel') return isDrag(event)
  const { scrollHeight, clientHeight } = document.documentElement
  const isScrolling = window.self !== window.top || scrollHeight > clientHeight + 1
  const isFocused = event.target instanceof Element && event.target.closest(':focus') !== null
  return !isScrolling || event.ctrlKey || isFocused
}

/** Returns true for a touch or a press of the main button, except on a title, which it opens or edits. */
function isDrag(event: MouseEvent | TouchEvent): boolean {
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null
  return !isOnButton && (!('button' in event) || (event.button === 0 && !event.shiftKey))
}

/** Returns the index of the plot in which an event is; undefined if it is in none. */
function plotUnder(event: Event, node: Element, plots: readonly Rect[] = []): number | undefined {
  const [[x, y] = [NaN, NaN]] = pointers(event, node)
  const index = plots.findIndex((plot) => holds(plot, x, y))
  return index < 0 ? undefined : index
}

function hasSamePlot(a: PlotGrid | undefined, b: PlotGrid): boolean {
  if (a === undefined) return false
  const isSameSize = (['x', 'y', 'width', 'height'] as const).every(
    (key) => a.plot[key] === b.plot[key],
  )
  return isSameSize && a.columns.cellCount === b.columns.cellCount
}

/** Returns the window of the columns that a transform shows; undefined for all columns. */
function visibleColumns(transform: ZoomTransform, grid: PlotGrid): AxisWindow | undefined {
  const { plot, columns } = grid
  const { cellCount } = columns
  const left = transform.invertX(plot.x) - plot.x
  const part = { start: (left / plot.width) * cellCount, span: cellCount / transform.k }
  return windowOf(part, zoomLimits(cellCount, plot.width))
}

/**
 * Returns the transform that shows windows: the inverse of `visibleColumns`. Its vertical offset divides the hidden
 * height above and below in the same ratio as the layers' window.
 */
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
