import { clampWindow, type AxisWindow } from './BinAxis'

/** Visible parts of a matrix, in cells: the zoom. An axis without one is shown whole. */
export interface Windows {
  readonly columns?: AxisWindow
  readonly layers?: AxisWindow
}

export function isZoomed({ columns, layers }: Windows): boolean {
  return columns !== undefined || layers !== undefined
}

/** Windows without those that are undefined. */
export function withoutAbsent({
  columns,
  layers,
}: {
  readonly columns?: Windows['columns']
  readonly layers?: Windows['layers']
}): Windows {
  return { ...(columns && { columns }), ...(layers && { layers }) }
}

/** Returns the window moved into its axis, or undefined where it shows the whole axis. */
export function windowOf(
  window: AxisWindow,
  { cellCount }: { readonly cellCount: number },
): AxisWindow | undefined {
  const clamped = clampWindow(window, cellCount)
  return clamped.span >= cellCount ? undefined : clamped
}

/** Returns the first cell that a window touches and the one after the last; without a window, those of the whole axis. */
export function cellsInWindow(
  window: AxisWindow | undefined,
  cellCount: number,
): readonly [first: number, end: number] {
  const { start, span } = window ?? { start: 0, span: cellCount }
  return [Math.max(0, Math.floor(start)), Math.min(cellCount, Math.ceil(start + span))]
}
