import { rasterUrl } from '../color/rasterUrl'
import { PADDING, stepOf } from '../color/Palette'
import { type PlotGrid } from '../layout/PlotGrid'
import { type AxisWindow } from '../tensor/BinAxis'
import { isPaddingBin, type Bins } from '../tensor/Bins'
import { type FigureBasis } from './figureBasis'
import { type FigureTheme } from './FigureTheme'
import { shownRamp, type RampBasis } from './shownRamp'

/**
 * Up to so many bins each is a shape of its own; more are one raster. In a file shapes can be edited. On the screen both
 * look alike, and a browser takes longer over thousands of elements than over all else of a figure; a zoomed figure is
 * drawn again in every frame of a gesture.
 */
export const MAX_SHAPES = { file: 8000, screen: 2000, zoomed: 1500 } as const

/** One picture of the cells, and the windows that it shows. */
export interface RasterPicture {
  readonly kind: 'raster'
  readonly href: string
  readonly columns: AxisWindow
  readonly layers: AxisWindow
}

/** The cells, ready to be drawn: the bins themselves, or one picture of them. */
export type CellPicture = RasterPicture | { readonly kind: 'shapes'; readonly bins: Bins }

/** What a picture of cells is made with. */
export interface PictureInput {
  readonly basis: RampBasis
  readonly theme: Pick<FigureTheme, 'absent' | 'background'>
  /** Most bins that are shapes; default as in files. */
  readonly maxShapes?: number
  /** Default true; false for a raster that is shown and thrown away. */
  readonly isCompressed?: boolean
}

export function hasShapes({ columns, layers }: PlotGrid, maxShapes: number): boolean {
  return columns.binCount * layers.binCount <= maxShapes
}

/** The picture of the grid's bins: shapes while they are few. */
export function cellPicture(input: PictureInput, grid: PlotGrid, bins: Bins): CellPicture {
  const { maxShapes = MAX_SHAPES.file } = input
  return hasShapes(grid, maxShapes) ? { kind: 'shapes', bins } : rasterPicture(input, grid, bins)
}

/** The picture of the grid's bins as a raster, however few they are. */
export function rasterPicture(
  { basis, theme, isCompressed = true }: PictureInput,
  grid: PlotGrid,
  bins: Bins,
): RasterPicture {
  const { plot, pixelRatio, columns, layers } = grid
  const href = rasterUrl({
    steps: rasterSteps(bins, grid, basis.colorScale),
    columnEdges: pixelsOf(grid.columnEdges, pixelRatio),
    rowEdges: rowPixels(grid),
    width: Math.round(plot.width * pixelRatio),
    height: Math.round(plot.height * pixelRatio),
    ramp: shownRamp(basis, theme),
    absent: theme.absent,
    isCompressed,
  })
  return { kind: 'raster', href, columns, layers }
}

function pixelsOf(edges: Float64Array, pixelRatio: number): Uint32Array {
  return Uint32Array.from(edges, (edge) => Math.round(edge * pixelRatio))
}

/** Edges of the rows from the top. */
function rowPixels({ layerEdges, plot, isUpward, pixelRatio }: PlotGrid): Uint32Array {
  const fromLow = pixelsOf(layerEdges, pixelRatio)
  if (!isUpward) return fromLow
  // Turned over in whole pixels: the height may be half of one more, and rounding again would lose rows of one pixel.
  const pixelCount = Math.round(plot.height * pixelRatio)
  return fromLow.map((edge) => pixelCount - edge).toReversed()
}

/** One palette index a bin, top row first. */
function rasterSteps(
  bins: Bins,
  { isUpward }: PlotGrid,
  colorScale: FigureBasis['colorScale'],
): Uint8Array {
  const columnCount = bins.columns.binCount
  const rowCount = bins.layers.binCount
  const steps = new Uint8Array(columnCount * rowCount)
  for (let row = 0; row < rowCount; row++) {
    const fromTop = isUpward ? rowCount - 1 - row : row
    for (let column = 0; column < columnCount; column++) {
      const bin = row * columnCount + column
      steps[fromTop * columnCount + column] = isPaddingBin(bins, bin)
        ? PADDING
        : stepOf(bins.values[bin] ?? NaN, colorScale)
    }
  }
  return steps
}
