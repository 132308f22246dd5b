import { useEffect, useState, type RefObject } from 'react'
import { type PlotGrid, type Rect } from '../../layout/PlotGrid'
import { type AxisWindow, type BinAxis } from '../../tensor/BinAxis'
import { withoutAbsent, type Windows } from '../../tensor/Windows'
import { windowOfCells, zoomLimits } from './zoomLimits'

/** The shown plots and windows, and the callback for the windows that a box selects. */
interface BoxZoomable {
  /** The grids of the plots in CSS pixels of the figure. */
  readonly grids: readonly PlotGrid[]
  /** CSS pixels of the page per CSS pixel of the figure. */
  readonly scale: number
  readonly windows: Windows
  readonly onZoom: (windows: Windows) => void
}

type Point = readonly [x: number, y: number]

/**
 * Zooms to the box that is drawn over a plot by dragging with Shift. Escape discards the box. Returns the box while it
 * is drawn, in CSS pixels of the figure.
 */
export function useBoxZoom(
  element: RefObject<HTMLElement | null>,
  zoomable: BoxZoomable,
): Rect | undefined {
  const [box, setBox] = useState<Rect>()
  // A drag leaves the element, so its listeners are the window's, until it ends.
  useEffect(() => {
    const node = element.current
    if (node === null) return undefined
    const onPointerDown = (event: PointerEvent): void => {
      if (event.shiftKey && event.button === 0) drawBox(node, event, zoomable, setBox)
    }
    node.addEventListener('pointerdown', onPointerDown)
    return () => node.removeEventListener('pointerdown', onPointerDown)
  }, [element, zoomable])
  return box
}

function drawBox(
  node: HTMLElement,
  down: PointerEvent,
  { grids, scale, windows, onZoom }: BoxZoomable,
  setBox: (box: Rect | undefined) => void,
): void {
  // The page may scroll meanwhile.
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = node.getBoundingClientRect()
    return [(clientX - left) / scale, (clientY - top) / scale]
  }
  const from = pointOf(down)
  const grid = grids.find(({ plot }) => isInside(plot, from))
  if (grid === undefined) return
  const listening = new AbortController()
  const { signal } = listening
  const end = (): void => {
    listening.abort()
    setBox(undefined)
  }
  const boxOf = (event: PointerEvent): Rect => between(from, pointOf(event), grid.plot)
  window.addEventListener('pointermove', (event) => setBox(boxOf(event)), { signal })
  window.addEventListener('pointercancel', end, { signal })
  window.addEventListener(
    'pointerup',
    (event) => {
      end()
      const zoomed = windowsOfBox(boxOf(event), { grid, windows })
      if (zoomed === undefined) return
      skipClick(node)
      onZoom(zoomed)
    },
    { signal },
  )
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal })
  // Shift and a drag would select the page's text.
  document.addEventListener('selectstart', (event) => event.preventDefault(), { signal })
}

/** Keeps the click at the end of a drag, which comes before any timer, from the figure. */
function skipClick(node: HTMLElement): void {
  const skipping = new AbortController()
  const { signal } = skipping
  node.addEventListener('click', (event) => event.stopPropagation(), { capture: true, signal })
  setTimeout(() => skipping.abort())
}

function isInside({ x, y, width, height }: Rect, [left, top]: Point): boolean {
  return left >= x && left <= x + width && top >= y && top <= y + height
}

/** Returns the rectangle between two points, limited to the plot. */
function between(from: Point, to: Point, { x, y, width, height }: Rect): Rect {
  const [left, right] = sorted(from[0], Math.max(x, Math.min(to[0], x + width)))
  const [top, bottom] = sorted(from[1], Math.max(y, Math.min(to[1], y + height)))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function sorted(one: number, other: number): Point {
  return one < other ? [one, other] : [other, one]
}

/** Least side of a box in CSS pixels. A flatter box selects only columns, and a narrower one only layers. */
const LEAST_SIDE = 4

/** Returns the windows of all cells that a box touches. If the box is too small in both directions, returns undefined. */
export function windowsOfBox(
  box: Rect,
  { grid, windows }: { readonly grid: PlotGrid; readonly windows: Windows },
): Windows | undefined {
  const { plot, columns, layers, isUpward } = grid
  const isWide = box.width >= LEAST_SIDE
  const isHigh = box.height >= LEAST_SIDE
  if (!isWide && !isHigh) return undefined
  const down = [box.y - plot.y, box.y + box.height - plot.y] as const
  const along = isUpward ? ([plot.height - down[1], plot.height - down[0]] as const) : down
  const across = [box.x - plot.x, box.x + box.width - plot.x] as const
  return withoutAbsent({
    columns: isWide ? windowAt(columns, plot.width, across) : windows.columns,
    layers: isHigh ? windowAt(layers, plot.height, along) : windows.layers,
  })
}

/** Returns the window of the cells between two places of an axis, in CSS pixels from its start. */
function windowAt(
  { start, span, cellCount }: BinAxis,
  length: number,
  [near, far]: Point,
): AxisWindow | undefined {
  const first = Math.floor(start + (near / length) * span)
  const end = Math.ceil(start + (far / length) * span)
  return windowOfCells([first, end], zoomLimits(cellCount, length))
}
