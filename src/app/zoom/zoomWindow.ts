import { type AxisWindow } from '../../tensor/BinAxis'
import { windowOf } from '../../tensor/Windows'

/** How far an axis can be zoomed. */
export interface ZoomLimits {
  readonly cellCount: number
  /** Fewest cells that a window may show. */
  readonly minSpan: number
}

/** Cells that fill `length` CSS pixels at most when zoomed in all the way. */
const LARGEST_CELL = 140

export function zoomLimits(cellCount: number, length: number): ZoomLimits {
  return { cellCount, minSpan: Math.min(cellCount, Math.max(1, Math.floor(length / LARGEST_CELL))) }
}

/** Zooms in by `factor` (below 1: out) so that `anchor`, in cells, stays where it is. */
export function zoomBy(
  window: AxisWindow | undefined,
  factor: number,
  anchor: number,
  limits: ZoomLimits,
): AxisWindow | undefined {
  const { start, span } = window ?? { start: 0, span: limits.cellCount }
  const next = Math.min(limits.cellCount, Math.max(limits.minSpan, span / factor))
  return windowOf({ start: anchor - ((anchor - start) * next) / span, span: next }, limits)
}

/** Moves by a number of cells. */
export function panBy(
  window: AxisWindow | undefined,
  cellCount: number,
  limits: ZoomLimits,
): AxisWindow | undefined {
  if (window === undefined) return undefined
  return windowOf({ ...window, start: window.start + cellCount }, limits)
}

/** Moves just so far that the cells `first … end` (exclusive) are visible; a window that is too narrow begins there. */
export function reveal(
  window: AxisWindow | undefined,
  [first, end]: readonly [first: number, end: number],
  limits: ZoomLimits,
): AxisWindow | undefined {
  if (window === undefined) return undefined
  const start = Math.min(Math.max(window.start, end - window.span), first)
  return windowOf({ ...window, start }, limits)
}

/** A window of at most `span` cells with the cell in its middle; a narrower window stays as wide as it is. */
export function centerOn(
  window: AxisWindow | undefined,
  cellIndex: number,
  maxSpan: number,
  limits: ZoomLimits,
): AxisWindow | undefined {
  const span = Math.min(window?.span ?? limits.cellCount, Math.max(limits.minSpan, maxSpan))
  const isVisible =
    window !== undefined &&
    window.span === span &&
    cellIndex >= window.start &&
    cellIndex + 1 <= window.start + span
  return isVisible ? window : windowOf({ start: cellIndex + 0.5 - span / 2, span }, limits)
}
