import { clampWindow, type AxisWindow } from './BinAxis'

/** The zoom: the visible parts of a matrix, in cells. An axis without a window is shown whole. */
export interface Windows {
  readonly columns?: AxisWindow
  readonly layers?: AxisWindow
}

/** Returns true if a part of the matrix is not visible. */
export function isZoomed({ columns, layers }: Windows): boolean {
  return columns !== undefined || layers !== undefined
}

/** Returns the windows without undefined entries. */
export function withoutAbsent({
  columns,
  layers,
}: {
  readonly columns?: Windows['columns']
  readonly layers?: Windows['layers']
}): Windows {
  return { ...(columns && { columns }), ...(layers && { layers }) }
}

/** Returns the window moved into its axis, or undefined if it shows the whole axis. */
export function windowOf(
  window: AxisWindow,
  { cellCount }: { readonly cellCount: number },
): AxisWindow | undefined {
  const clamped = clampWindow(window, cellCount)
  return clamped.span >= cellCount ? undefined : clamped
}

/**
 * Returns the first cell that a window touches and the cell after the last. Without a window, the range is the whole
 * axis.
 */
export function cellsInWindow(
  window: AxisWindow | undefined,
  cellCount: number,
): readonly [first: number, end: number] {
  const { start, span } = window ?? { start: 0, span: cellCount }
  return [Math.max(0, Math.floor(start)), Math.min(cellCount, Math.ceil(start + span))]
}
