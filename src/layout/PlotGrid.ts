import { binAxis, binOfCell, type AxisWindow, type BinAxis } from '../tensor/BinAxis'
import { type MatrixCell } from '../tensor/binContents'
import { type BinPlace } from '../tensor/Bins'
import { type Matrix } from '../tensor/Matrix'
import { type Windows } from '../tensor/Windows'
import { type Rect } from './Rect'

/** The cells' place in the figure: which bins there are, and where their edges are. */
export interface PlotGrid {
  readonly plot: Rect
  readonly columns: BinAxis
  readonly layers: BinAxis
  /** Offsets of the bins' edges from the plot's left, and from where row 0 is; one more than there are bins. */
  readonly columnEdges: Float64Array
  readonly layerEdges: Float64Array
  /** Whether row 0 is at the bottom. */
  readonly isUpward: boolean
  /** Device pixels per CSS pixel: edges of bins lie on device pixels. */
  readonly pixelRatio: number
}

export interface GridOptions {
  readonly isUpward: boolean
  readonly pixelRatio: number
  /** Default the whole matrix. */
  readonly windows?: Windows
}

export function plotGrid(matrix: Matrix, plot: Rect, options: GridOptions): PlotGrid {
  const { isUpward, pixelRatio, windows = {} } = options
  const columns = binAxis(matrix.columnCount, Math.floor(plot.width * pixelRatio), windows.columns)
  const layers = binAxis(matrix.layerCount, Math.floor(plot.height * pixelRatio), windows.layers)
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
 * Offsets of the edges of an axis' bins on `length` CSS pixels that show `window`, rounded to device pixels and cut at
 * the ends. Every bin of the window gets a pixel, also one that it just touches, and a last one with few cells.
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
    // The length itself need not be whole device pixels.
    edges[k] = inside === pixelCount ? length : inside / pixelRatio
  }
  return edges
}

/** The rectangle of a bin. */
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

/** The rectangle of the bin that holds a cell; undefined where the windows do not show it. */
export function cellMarkRect(grid: PlotGrid, cell: MatrixCell): Rect | undefined {
  const place = placeOfCell(grid, cell)
  return place === undefined ? undefined : binRect(grid, place)
}

/** The shown bin of a cell; undefined where the windows do not show it. */
export function placeOfCell({ columns, layers }: PlotGrid, cell: MatrixCell): BinPlace | undefined {
  const binColumn = binOfCell(columns, cell.columnIndex)
  const binRow = binOfCell(layers, cell.rowIndex)
  const isShown =
    binColumn >= 0 && binColumn < columns.binCount && binRow >= 0 && binRow < layers.binCount
  return isShown ? { binColumn, binRow } : undefined
}

/** x of the middle of a column, also of one in a bin of several; outside the plot where the window ends before it. */
export function columnCenter({ plot, columns }: PlotGrid, columnIndex: number): number {
  return plot.x + middle(columns, columnIndex) * plot.width
}

/** y of the middle of a row. */
export function rowCenter({ plot, layers, isUpward }: PlotGrid, rowIndex: number): number {
  const share = middle(layers, rowIndex)
  return plot.y + (isUpward ? 1 - share : share) * plot.height
}

function middle({ start, span }: AxisWindow, cellIndex: number): number {
  return (cellIndex + 0.5 - start) / span
}

/** The bin under a point of the figure, or undefined outside the plot. Inverse of `binRect`. */
export function locate(grid: PlotGrid, x: number, y: number): BinPlace | undefined {
  const { plot, columnEdges, layerEdges, isUpward } = grid
  const fromTop = y - plot.y
  const binColumn = partOf(columnEdges, x - plot.x, plot.width)
  // Edges belong to the bin that begins there; counted from the bottom, to the one that ends there.
  const binRow = isUpward
    ? partBelow(layerEdges, plot.height - fromTop, plot.height)
    : partOf(layerEdges, fromTop, plot.height)
  return binColumn === undefined || binRow === undefined ? undefined : { binColumn, binRow }
}

/** The part k with `edges[k] ≤ offset < edges[k + 1]`. */
function partOf(edges: Float64Array, offset: number, length: number): number | undefined {
  if (!(offset >= 0) || offset >= length) return undefined
  return partWhere(edges, (edge) => edge > offset)
}

/** The part k with `edges[k] < offset ≤ edges[k + 1]`. */
function partBelow(edges: Float64Array, offset: number, length: number): number | undefined {
  if (!(offset > 0) || offset > length) return undefined
  return partWhere(edges, (edge) => edge >= offset)
}

/** The part before the first edge that `isBeyond`, by halving. */
function partWhere(edges: Float64Array, isBeyond: (edge: number) => boolean): number | undefined {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middleIndex = (low + high) >> 1
    if (isBeyond(edges[middleIndex] ?? Infinity)) high = middleIndex
    else low = middleIndex + 1
  }
  return low >= 1 && low < edges.length ? low - 1 : undefined
}
