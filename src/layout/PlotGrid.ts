import { binAxis, binOfCell, type AxisWindow, type BinAxis } from '../tensor/BinAxis'
import { type MatrixCell } from '../tensor/binContents'
import { type BinPlace } from '../tensor/BinSource'
import { type Matrix } from '../tensor/Matrix'
import { type Windows } from '../tensor/Windows'

/** A rectangle in CSS pixels of the figure; y runs down. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The grid of a plot: its rectangle in the figure, its bins and their edges. */
export interface PlotGrid {
  readonly plot: Rect
  readonly columns: BinAxis
  readonly layers: BinAxis
  /** Offsets of the bins' edges in CSS pixels, from the left of the plot; one more than there are bins. */
  readonly columnEdges: Float64Array
  /** The edges in the same form, from the side of the plot at which row 0 is. */
  readonly layerEdges: Float64Array
  /** Whether row 0 is at the bottom. */
  readonly isUpward: boolean
  /** Device pixels per CSS pixel; edges of bins lie on device pixels. */
  readonly pixelRatio: number
}

export interface GridOptions {
  /** Whether row 0 is at the bottom. */
  readonly isUpward: boolean
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number
  /** The visible part of the matrix; default all of it. */
  readonly windows?: Windows
  /** A grid whose bins are the smallest ones: those of several plots have one size. */
  readonly likeBins?: Pick<PlotGrid, 'columns' | 'layers'> | undefined
}

/** Returns the grid of a matrix in the rectangle `plot`. */
export function plotGrid(matrix: Matrix, plot: Rect, options: GridOptions): PlotGrid {
  const { isUpward, pixelRatio, windows = {}, likeBins } = options
  const columns = binAxis(
    matrix.columnCount,
    Math.floor(plot.width * pixelRatio),
    windows.columns,
    likeBins?.columns.cellsPerBin,
  )
  const layers = binAxis(
    matrix.layerCount,
    Math.floor(plot.height * pixelRatio),
    windows.layers,
    likeBins?.layers.cellsPerBin,
  )
  return {
    plot,
    columns,
    layers,
    columnEdges: binEdges(columns, columns, plot.width, pixelRatio),
    layerEdges: binEdges(layers, layers, plot.height, pixelRatio),
    isUpward,
    pixelRatio,
  }
}

/**
 * Returns a grid that reaches as far as those of all plots, which have one size of cells: the columns of the widest and
 * the rows of the highest, at the place of the first.
 */
export function wholeGrid(grids: readonly [first: PlotGrid, ...others: PlotGrid[]]): PlotGrid {
  const [first, ...others] = grids
  if (others.length === 0) return first
  const most = (side: 'columns' | 'layers'): PlotGrid =>
    grids.reduce((best, each) => (each[side].cellCount > best[side].cellCount ? each : best))
  const [widest, highest] = [most('columns'), most('layers')]
  const { plot, isUpward } = first
  const { height } = highest.plot
  return {
    ...widest,
    layers: highest.layers,
    layerEdges: highest.layerEdges,
    plot: {
      x: plot.x,
      y: isUpward ? plot.y + plot.height - height : plot.y,
      width: widest.plot.width,
      height,
    },
  }
}

/**
 * Returns the offsets of the edges of an axis' bins on `length` CSS pixels that show `window`, rounded to device pixels
 * and limited to the length. Every bin of the window is at least one device pixel long, even if the window barely
 * touches it or it has fewer cells than the others.
 */
export function binEdges(
  axis: BinAxis,
  window: AxisWindow,
  length: number,
  pixelRatio: number,
): Float64Array {
  const pixelCount = Math.round(length * pixelRatio)
  const edges = new Float64Array(axis.binCount + 1)
  for (let k = 0; k <= axis.binCount; k++) {
    const cell = Math.min((axis.firstBin + k) * axis.cellsPerBin, axis.cellCount)
    const pixel = Math.round(((cell - window.start) / (window.span || 1)) * pixelCount)
    const roomForRest = pixelCount - (axis.binCount - k)
    const inside = Math.max(0, Math.min(Math.max(pixel, k), roomForRest))
    // The length may be a fraction of device pixels.
    edges[k] = inside === pixelCount ? length : inside / pixelRatio
  }
  return edges
}

/** Returns the rectangle of a bin. */
export function binRect(grid: PlotGrid, { binColumn, binRow }: BinPlace): Rect {
  const { plot, columnEdges, layerEdges, isUpward } = grid
  const left = columnEdges[binColumn] ?? 0
  const near = layerEdges[binRow] ?? 0
  const far = layerEdges[binRow + 1] ?? 0
  return {
    x: plot.x + left,
    y: plot.y + (isUpward ? plot.height - far : near),
    width: (columnEdges[binColumn + 1] ?? 0) - left,
    height: far - near,
  }
}

/**
 * Returns the halves of a bin, at whole device pixels: the upper and the lower one, or the left and the right one if the
 * bin is one pixel high. The second half of a bin of one pixel is empty.
 */
export function binHalves(grid: PlotGrid, place: BinPlace): readonly [first: Rect, second: Rect] {
  const rect = binRect(grid, place)
  const { x, y, width, height } = rect
  const halved = (length: number): number =>
    Math.ceil(Math.round(length * grid.pixelRatio) / 2) / grid.pixelRatio
  if (height * grid.pixelRatio > 1.5) {
    const upper = halved(height)
    return [
      { ...rect, height: upper },
      { ...rect, y: y + upper, height: height - upper },
    ]
  }
  const left = halved(width)
  return [
    { ...rect, width: left },
    { ...rect, x: x + left, width: width - left },
  ]
}

/** Returns the rectangle of the bin that contains a cell; undefined if the cell is not visible. */
export function cellMarkRect(grid: PlotGrid, cell: MatrixCell): Rect | undefined {
  const place = placeOfCell(grid, cell)
  return place === undefined ? undefined : binRect(grid, place)
}

/** Returns the bin that contains a cell; undefined if the cell is not visible. */
export function placeOfCell({ columns, layers }: PlotGrid, cell: MatrixCell): BinPlace | undefined {
  const binColumn = binOfCell(columns, cell.columnIndex)
  const binRow = binOfCell(layers, cell.rowIndex)
  const isShown =
    binColumn >= 0 && binColumn < columns.binCount && binRow >= 0 && binRow < layers.binCount
  return isShown ? { binColumn, binRow } : undefined
}

/**
 * Returns x of the middle of a column, even if its bin has several columns. It is outside the plot for a column outside
 * the window.
 */
export function columnCenter({ plot, columns }: PlotGrid, columnIndex: number): number {
  return plot.x + middle(columns, columnIndex) * plot.width
}

/** Returns y of the middle of a row, in the same form. */
export function rowCenter({ plot, layers, isUpward }: PlotGrid, rowIndex: number): number {
  const share = middle(layers, rowIndex)
  return plot.y + (isUpward ? 1 - share : share) * plot.height
}

function middle({ start, span }: AxisWindow, cellIndex: number): number {
  return (cellIndex + 0.5 - start) / span
}
