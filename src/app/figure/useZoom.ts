import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior, type ZoomTransform } from 'd3-zoom'
import { useEffect, useRef, type RefObject } from 'react'
import { type PlotGrid } from '../../layout/PlotGrid'
import { type Rect } from '../../layout/Rect'
import { type AxisWindow } from '../../tensor/BinAxis'
import { gestureY } from './gestureY'
import { layersAfter } from './layersAfter'
import { windowOf, withoutAbsent, zoomLimits, type Windows } from './zoomWindow'

type Behavior = ZoomBehavior<HTMLElement, unknown>

/** Zooms and pans by wheel, pinch and drag over the plot: the tokens, and the layers where these are many. */
export function useZoom(
  element: RefObject<HTMLElement | null>,
  grid: PlotGrid,
  windows: Windows,
  onZoom: (windows: Windows) => void,
): void {
  const { x, y, width, height } = grid.plot
  const { cellCount } = grid.columns
  const behavior = useRef<Behavior>(undefined)
  const latest = useRef({ grid, windows, onZoom })
  // A gesture outlives many renders: its listener reads what is current, and is not bound anew.
  useEffect(() => {
    latest.current = { grid, windows, onZoom }
  }, [grid, windows, onZoom])

  // The plot's place and the number of columns are what a gesture depends on; neither changes while it runs.
  useEffect(() => {
    const node = element.current
    if (node === null) return undefined
    const area = { x, y, width, height }
    let before = zoomTransform(node)
    behavior.current = zoomBehavior(area, cellCount, ({ transform, sourceEvent }) => {
      const step = { before, after: transform }
      before = transform
      if (!(sourceEvent instanceof Event)) return
      const columns = windowOf(visiblePart(transform, area, cellCount), { cellCount, minSpan: 1 })
      const layers = layersAfter(step, latest.current, gestureY(sourceEvent, node))
      latest.current.onZoom(withoutAbsent({ columns, layers }))
    })
    const selection = select(node).call(behavior.current).on('dblclick.zoom', null)
    return () => {
      selection.on('.zoom', null)
    }
  }, [element, x, y, width, height, cellCount])

  // Keys, the overview and the search move the window too: the next gesture goes on from there.
  useEffect(() => {
    const node = element.current
    if (node === null) return
    const wanted = transformOf(windows, grid)
    const current = zoomTransform(node)
    if (Math.abs(wanted.k / current.k - 1) + Math.abs(wanted.x - current.x) < 1e-6) return
    behavior.current?.transform(select(node), wanted)
  }, [element, windows, grid])
}

interface ZoomEvent {
  readonly transform: ZoomTransform
  readonly sourceEvent: unknown
}

function zoomBehavior(plot: Rect, cellCount: number, onZoom: (event: ZoomEvent) => void): Behavior {
  const corners: [[number, number], [number, number]] = [
    [plot.x, plot.y],
    [plot.x + plot.width, plot.y + plot.height],
  ]
  const { minSpan } = zoomLimits(cellCount, plot.width)
  return zoom<HTMLElement, unknown>()
    .extent(corners)
    .translateExtent(corners)
    .scaleExtent([1, Math.max(1, cellCount / Math.max(1, minSpan))])
    .clickDistance(4)
    .filter((event: MouseEvent | TouchEvent) => isGesture(event))
    .on('zoom', onZoom)
}

/** In a frame the wheel belongs to the page around it, unless Ctrl is held or the figure was clicked. */
function isGesture(event: MouseEvent | TouchEvent): boolean {
  if (event.type !== 'wheel') return !('button' in event) || event.button === 0
  const isFramed = window.self !== window.top
  const isFocused = event.target instanceof Element && event.target.closest(':focus') !== null
  return !isFramed || event.ctrlKey || isFocused
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
