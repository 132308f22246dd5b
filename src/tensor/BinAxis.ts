/** A part of an axis, in cells. It may begin and end within a cell. */
export interface AxisWindow {
  readonly start: number
  /** Length in cells, above 0. */
  readonly span: number
}

/**
 * The bins of one axis of a matrix, and which of them a window shows. Bin k holds the cells from `k * cellsPerBin` up
 * to `(k + 1) * cellsPerBin` (exclusive). Bins hold whole cells and are anchored at the start of the axis, so that
 * panning does not shimmer. The last bin of an axis may hold fewer cells.
 */
export interface BinAxis extends AxisWindow {
  /** Number of cells of the whole axis, not of the window. */
  readonly cellCount: number
  readonly cellsPerBin: number
  /** Index of the first bin that the window touches. */
  readonly firstBin: number
  /** Number of bins that the window touches. */
  readonly binCount: number
}

/**
 * Returns the smallest bins of at least `leastCells` cells that still get one pixel each. `window` defaults to the whole
 * axis.
 */
export function binAxis(
  cellCount: number,
  pixelCount: number,
  window?: AxisWindow,
  leastCells = 1,
): BinAxis {
  const { start, span } = clampWindow(window ?? { start: 0, span: cellCount }, cellCount)
  // The window may cut a bin at either end, and each part needs a pixel.
  const available = span < cellCount ? pixelCount - 2 : pixelCount
  const cellsPerBin = Math.max(leastCells, Math.ceil(span / Math.max(1, available)))
  const firstBin = Math.floor(start / cellsPerBin)
  const endBin = Math.ceil(Math.min(start + span, cellCount) / cellsPerBin)
  return { cellCount, start, span, cellsPerBin, firstBin, binCount: Math.max(0, endBin - firstBin) }
}

/** Returns the window moved, and if necessary shortened, so that it lies within the axis. */
export function clampWindow({ start, span }: AxisWindow, cellCount: number): AxisWindow {
  const fitting = Math.min(span, cellCount)
  return { start: Math.max(0, Math.min(start, cellCount - fitting)), span: fitting }
}

/** Returns the first cell of a shown bin and the cell after its last. `binIndex` counts from the window's first bin. */
export function cellsOfBin(axis: BinAxis, binIndex: number): readonly [first: number, end: number] {
  const first = (axis.firstBin + binIndex) * axis.cellsPerBin
  return [first, Math.min(first + axis.cellsPerBin, axis.cellCount)]
}

/**
 * Returns the index of the shown bin that holds a cell. If the window does not show the cell, the index is negative or
 * beyond the last bin.
 */
export function binOfCell(axis: BinAxis, cellIndex: number): number {
  return Math.floor(cellIndex / axis.cellsPerBin) - axis.firstBin
}
