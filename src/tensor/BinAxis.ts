/** A part of an axis, in cells: it may begin and end within a cell. */
export interface AxisWindow {
  readonly start: number
  /** Above 0. */
  readonly span: number
}

/**
 * How one axis of a matrix is cut into bins and which of them a window shows: bin k holds the cells
 * `k * cellsPerBin` up to but not including `(k + 1) * cellsPerBin`, whole cells anchored at the axis' start, so that
 * panning does not shimmer. The last bin of an axis may hold fewer.
 */
export interface BinAxis extends AxisWindow {
  /** Of the whole axis, not of the window. */
  readonly cellCount: number
  readonly cellsPerBin: number
  /** The first bin that the window touches. */
  readonly firstBin: number
  /** How many bins the window touches. */
  readonly binCount: number
}

/** The smallest bins that have a pixel each; `window` defaults to the whole axis. */
export function binAxis(cellCount: number, pixelCount: number, window?: AxisWindow): BinAxis {
  const { start, span } = clampWindow(window ?? { start: 0, span: cellCount }, cellCount)
  // A window may cut a bin in two at either end: these bins need a pixel too.
  const available = span < cellCount ? pixelCount - 2 : pixelCount
  const cellsPerBin = Math.max(1, Math.ceil(span / Math.max(1, available)))
  const firstBin = Math.floor(start / cellsPerBin)
  const endBin = Math.ceil(Math.min(start + span, cellCount) / cellsPerBin)
  return { cellCount, start, span, cellsPerBin, firstBin, binCount: Math.max(0, endBin - firstBin) }
}

/** The window moved and, if need be, shortened into the axis. */
export function clampWindow({ start, span }: AxisWindow, cellCount: number): AxisWindow {
  const fitting = Math.min(span, cellCount)
  return { start: Math.max(0, Math.min(start, cellCount - fitting)), span: fitting }
}

/** First cell of a shown bin, and the one after its last; `binIndex` counts from the window's first bin. */
export function cellsOfBin(axis: BinAxis, binIndex: number): readonly [first: number, end: number] {
  const first = (axis.firstBin + binIndex) * axis.cellsPerBin
  return [first, Math.min(first + axis.cellsPerBin, axis.cellCount)]
}

/** The shown bin of a cell; negative or beyond the last where the window does not show it. */
export function binOfCell(axis: BinAxis, cellIndex: number): number {
  return Math.floor(cellIndex / axis.cellsPerBin) - axis.firstBin
}
