import { type AxisWindow } from '../../tensor/BinAxis'
import { windowOf } from '../../tensor/Windows'

/** The limits of an axis's zoom. */
export interface ZoomLimits {
  readonly cellCount: number
  /** Least number of cells in a window. */
  readonly minSpan: number
}

/**
 * Length in CSS pixels of a cell at the deepest zoom. It may be exceeded, since the least span is a whole number of
 * cells.
 */
const LARGEST_CELL = 140

/** Returns the limits of an axis that is `length` CSS pixels long. */
export function zoomLimits(cellCount: number, length: number): ZoomLimits {
  return { cellCount, minSpan: Math.min(cellCount, Math.max(1, Math.floor(length / LARGEST_CELL))) }
}

/**
 * Returns the window zoomed in by `factor` (below 1: out). The place `anchor`, in cells, does not move. Undefined
 * stands for the whole axis.
 */
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

/** Returns the window of the cells from `first` to `end` (exclusive), wider if the limits ask for it. */
export function windowOfCells(
  [first, end]: readonly [first: number, end: number],
  limits: ZoomLimits,
): AxisWindow | undefined {
  const span = Math.max(end - first, limits.minSpan)
  return windowOf({ start: (first + end - span) / 2, span }, limits)
}

/** Returns the window moved by `cellCount` cells, within the axis. */
export function panBy(
  window: AxisWindow | undefined,
  cellCount: number,
  limits: ZoomLimits,
): AxisWindow | undefined {
  if (window === undefined) return undefined
  return windowOf({ ...window, start: window.start + cellCount }, limits)
}

/**
 * Returns the window, moved only as far as needed to show the cells from `first` to `end` (exclusive). A window that is
 * too narrow begins at `first`.
 */
export function reveal(
  window: AxisWindow | undefined,
  [first, end]: readonly [first: number, end: number],
  limits: ZoomLimits,
): AxisWindow | undefined {
  if (window === undefined) return undefined
  const start = Math.min(Math.max(window.start, end - window.span), first)
  return windowOf({ ...window, start }, limits)
}

/**
 * Returns a window of at most `maxSpan` cells with the cell in its middle. A window that is narrower keeps its width;
 * one of that width that already shows the cell is not moved.
 */
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
