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
 * Returns the parts of windows that a matrix has, which begin where the windows do. They are empty, with a span of 0, if
 * it ends before them: panels may have fewer rows or columns than others.
 */
export function windowsWithin(
  { columns, layers }: Windows,
  { columnCount, layerCount }: { readonly columnCount: number; readonly layerCount: number },
): Windows {
  return withoutAbsent({
    columns: columns && partWithin(columns, columnCount),
    layers: layers && partWithin(layers, layerCount),
  })
}

function partWithin(window: AxisWindow, cellCount: number): AxisWindow {
  const { start, span } = window
  if (start + span <= cellCount) return window
  return { start: Math.min(start, cellCount), span: Math.max(0, cellCount - start) }
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
