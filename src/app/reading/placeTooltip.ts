import { type Rect } from '../../layout/Rect'

interface Size {
  readonly width: number
  readonly height: number
}

/** Distance from the cell's row and column to the tooltip, in CSS pixels. */
const GAP = 10
const EDGE = 8

/**
 * Returns the top left corner of a tooltip in CSS pixels of the window. The tooltip is diagonal to the cell, so that it
 * covers neither the cell's row nor its column: below and to the right if it fits there, else on the other side. It
 * never leaves the window.
 */
export function placeTooltip(cell: Rect, tooltip: Size, viewport: Size): { x: number; y: number } {
  return {
    x: besides(cell.x, cell.width, tooltip.width, viewport.width),
    y: besides(cell.y, cell.height, tooltip.height, viewport.height),
  }
}

function besides(start: number, length: number, size: number, limit: number): number {
  const after = start + length + GAP
  if (after + size + EDGE <= limit) return after
  const before = start - GAP - size
  if (before >= EDGE) return before
  // It fits on neither side: the wider side is used, and the tooltip is pushed into the window.
  const isAfterWider = limit - (start + length) >= start
  return isAfterWider ? Math.max(EDGE, limit - EDGE - size) : EDGE
}
