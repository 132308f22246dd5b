import { type Rect } from './Rect'

/**
 * The cells' place in the figure. A plot holds `columnCount` × `layerCount` cells drawn as bins of
 * `columnsPerBin` × `layersPerBin`; all bins have the same share of the plot, also a last one with fewer cells, so
 * that no cell can become invisible.
 */
export interface PlotGrid {
  readonly plot: Rect
  readonly columnCount: number
  readonly layerCount: number
  readonly columnsPerBin: number
  readonly layersPerBin: number
  /** Whether layer 0 is at the bottom. */
  readonly isUpward: boolean
  /** Device pixels per CSS pixel: edges of bins lie on device pixels. */
  readonly pixelRatio: number
}

export function binColumnCount(grid: PlotGrid): number {
  return Math.ceil(grid.columnCount / grid.columnsPerBin)
}

export function binRowCount(grid: PlotGrid): number {
  return Math.ceil(grid.layerCount / grid.layersPerBin)
}

/**
 * Offset of edge k of n equal parts of `length` CSS pixels, rounded to the device pixel; edge 0 is 0, edge n is
 * `length`. Strictly increasing while there are at most `length * pixelRatio` parts.
 */
export function edge(k: number, n: number, length: number, pixelRatio: number): number {
  // The length itself need not be whole device pixels.
  return k === n ? length : Math.round((k * length * pixelRatio) / n) / pixelRatio
}

/** The rectangle of a bin; `binRow` counts from layer 0, whichever way the axis runs. */
export function binRect(grid: PlotGrid, binColumn: number, binRow: number): Rect {
  const { plot, pixelRatio } = grid
  const columns = binColumnCount(grid)
  const rows = binRowCount(grid)
  const fromTop = grid.isUpward ? rows - 1 - binRow : binRow
  const left = edge(binColumn, columns, plot.width, pixelRatio)
  const top = edge(fromTop, rows, plot.height, pixelRatio)
  return {
    x: plot.x + left,
    y: plot.y + top,
    width: edge(binColumn + 1, columns, plot.width, pixelRatio) - left,
    height: edge(fromTop + 1, rows, plot.height, pixelRatio) - top,
  }
}

/** x of the middle of a column, as if it were drawn by itself (labels of binned columns stand there). */
export function columnCenter(grid: PlotGrid, columnIndex: number): number {
  if (grid.columnsPerBin === 1) {
    const { x, width } = binRect(grid, columnIndex, 0)
    return x + width / 2
  }
  const cells = binColumnCount(grid) * grid.columnsPerBin
  return grid.plot.x + ((columnIndex + 0.5) / cells) * grid.plot.width
}

/** y of the middle of a layer. */
export function layerCenter(grid: PlotGrid, layerIndex: number): number {
  if (grid.layersPerBin === 1) {
    const { y, height } = binRect(grid, 0, layerIndex)
    return y + height / 2
  }
  const cells = binRowCount(grid) * grid.layersPerBin
  const share = (layerIndex + 0.5) / cells
  return grid.plot.y + (grid.isUpward ? 1 - share : share) * grid.plot.height
}

/** A bin by its place in the grid; row 0 holds layer 0. */
export interface BinPlace {
  readonly binColumn: number
  readonly binRow: number
}

/** The bin under a point of the figure, or undefined outside the plot. Inverse of `binRect`. */
export function locate(grid: PlotGrid, x: number, y: number): BinPlace | undefined {
  const { plot, pixelRatio } = grid
  const columns = binColumnCount(grid)
  const rows = binRowCount(grid)
  if (columns === 0 || rows === 0) return undefined
  const column = part(x - plot.x, columns, plot.width, pixelRatio)
  const fromTop = part(y - plot.y, rows, plot.height, pixelRatio)
  if (column === undefined || fromTop === undefined) return undefined
  return { binColumn: column, binRow: grid.isUpward ? rows - 1 - fromTop : fromTop }
}

/** Which of n parts of `length` an offset falls in: edge(k) ≤ offset < edge(k + 1). */
function part(offset: number, n: number, length: number, pixelRatio: number): number | undefined {
  if (!(offset >= 0) || offset >= length) return undefined
  let k = Math.min(n - 1, Math.floor((offset * n) / length))
  while (k > 0 && edge(k, n, length, pixelRatio) > offset) k--
  while (k < n - 1 && edge(k + 1, n, length, pixelRatio) <= offset) k++
  return k
}
