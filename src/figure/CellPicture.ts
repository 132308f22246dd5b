import { type Ramp } from '../color/colormaps'
import { veiled } from '../color/inkOn'
import { PADDING, stepOf } from '../color/Palette'
import { rasterUrl, type RasterOptions } from '../color/rasterUrl'
import { type FigureLayout } from '../layout/FigureLayout'
import { type PlotGrid } from '../layout/PlotGrid'
import { type AxisWindow } from '../tensor/BinAxis'
import { halvesOf, isPaddingBin, type Bins } from '../tensor/Bins'
import { type View } from '../tensor/View'
import { type FigureBasis } from './figureBasis'
import { type FigureTheme } from './FigureTheme'

/**
 * Largest number of bins that are drawn as shapes; more are drawn as one raster. In a file, shapes can be edited. On
 * the screen both look the same, but thousands of elements take a browser longer than all other parts of a figure, and
 * a zoomed figure is drawn again in every frame of a gesture.
 */
export const MAX_SHAPES = { file: 8000, screen: 2000, zoomed: 1500 } as const

/** A picture of the cells, with the windows that it shows. */
export interface RasterPicture {
  readonly kind: 'raster'
  /** A `data:` URL. */
  readonly href: string
  readonly columns: AxisWindow
  readonly layers: AxisWindow
}

/** The cells in the form in which they are drawn: as bins, or as a picture of them. */
export type CellPicture = RasterPicture | { readonly kind: 'shapes'; readonly bins: Bins }

/** Input of a picture of cells. */
export interface PictureInput {
  readonly basis: RampBasis
  readonly theme: Pick<FigureTheme, 'absent' | 'background'>
  /** Largest number of bins that are shapes; default as in files. */
  readonly maxShapes?: number
  /** Whether a raster is compressed; default true. False saves time for one that is shown only briefly. */
  readonly isCompressed?: boolean
  /**
   * Least number of a raster's pixels along each side of a bin; default 1. With more, the raster has several pixels for
   * a device pixel, and the edges of its bins lie where they lie with one.
   */
  readonly leastPixels?: number
}

/** Returns whether the bins of a grid are drawn as shapes. */
export function hasShapes({ columns, layers }: PlotGrid, maxShapes: number): boolean {
  return columns.binCount * layers.binCount <= maxShapes
}

/**
 * Returns the largest number of bins of one plot that are drawn as shapes, if a figure has at most `most`. Panels are
 * all drawn in the same way.
 */
export function plotShapes(
  { plots }: Pick<FigureLayout, 'plots'>,
  most: number = MAX_SHAPES.file,
): number {
  const binCount = plots.reduce((sum, { grid: { columns, layers } }) => {
    return sum + columns.binCount * layers.binCount
  }, 0)
  return binCount <= most ? most : 0
}

/** Returns the picture of the grid's bins: shapes if there are at most `maxShapes`. */
export function cellPicture(input: PictureInput, grid: PlotGrid, bins: Bins): CellPicture {
  const { maxShapes = MAX_SHAPES.file } = input
  return hasShapes(grid, maxShapes) ? { kind: 'shapes', bins } : rasterPicture(input, grid, bins)
}

/** Returns the picture of the grid's bins as a raster, however few they are. */
export function rasterPicture(
  { basis, theme, isCompressed = true, leastPixels = 1 }: PictureInput,
  grid: PlotGrid,
  bins: Bins,
): RasterPicture {
  const { plot, pixelRatio, columns, layers } = grid
  const columnEdges = pixelsOf(grid.columnEdges, pixelRatio)
  const rowEdges = rowPixels(grid)
  const across = enlargement(columnEdges, leastPixels)
  const down = enlargement(rowEdges, leastPixels)
  const href = rasterUrl({
    ...rasterSteps(bins, grid, basis.colorScale),
    columnEdges: columnEdges.map((edge) => edge * across),
    rowEdges: rowEdges.map((edge) => edge * down),
    width: Math.round(plot.width * pixelRatio) * across,
    height: Math.round(plot.height * pixelRatio) * down,
    ramp: shownRamp(basis, theme),
    absent: theme.absent,
    isCompressed,
  })
  return { kind: 'raster', href, columns, layers }
}

/** Returns the smallest whole factor with which every part between two edges has at least `leastPixels`. */
function enlargement(edges: Uint32Array, leastPixels: number): number {
  let smallest = leastPixels
  for (let k = 1; k < edges.length; k++) {
    const length = (edges[k] ?? 0) - (edges[k - 1] ?? 0)
    if (length > 0) smallest = Math.min(smallest, length)
  }
  return Math.ceil(leastPixels / smallest)
}

function pixelsOf(edges: Float64Array, pixelRatio: number): Uint32Array {
  return Uint32Array.from(edges, (edge) => Math.round(edge * pixelRatio))
}

/** Returns the edges of the rows from the top. */
function rowPixels({ layerEdges, plot, isUpward, pixelRatio }: PlotGrid): Uint32Array {
  const fromLow = pixelsOf(layerEdges, pixelRatio)
  if (!isUpward) return fromLow
  // Flipped in whole pixels: the height may include half a pixel, and rounding again would lose rows of one pixel.
  const pixelCount = Math.round(plot.height * pixelRatio)
  return fromLow.map((edge) => pixelCount - edge).toReversed()
}

/** Returns one palette index per bin, top row first, and the second ones of bins in halves. */
function rasterSteps(
  bins: Bins,
  { isUpward }: PlotGrid,
  colorScale: FigureBasis['colorScale'],
): Pick<RasterOptions, 'steps' | 'others'> {
  const columnCount = bins.columns.binCount
  const rowCount = bins.layers.binCount
  const steps = new Uint8Array(columnCount * rowCount)
  for (let row = 0; row < rowCount; row++) {
    const fromTop = isUpward ? rowCount - 1 - row : row
    for (let column = 0; column < columnCount; column++) {
      const bin = row * columnCount + column
      steps[fromTop * columnCount + column] = isPaddingBin(bins, bin)
        ? PADDING
        : stepOf(halvesOf(bins, bin)[0], colorScale)
    }
  }
  const others = new Map<number, number>()
  for (const bin of bins.others.keys()) {
    const row = Math.floor(bin / columnCount)
    const fromTop = isUpward ? rowCount - 1 - row : row
    others.set(
      fromTop * columnCount + (bin % columnCount),
      stepOf(halvesOf(bins, bin)[1], colorScale),
    )
  }
  return { steps, others }
}

/** Opacity of the background over a faded color. */
const VEIL = 0.72

/** The properties of a basis on which the drawn ramp depends. */
interface RampBasis extends Pick<FigureBasis, 'ramp' | 'colorScale' | 'noise' | 'bins'> {
  readonly view: Pick<View, 'fade'>
}

/**
 * Returns the ramp as it is drawn: if the view fades the noise, the steps inside the noise floor are faded. The two
 * steps that contain the ends of the floor are not, so that no cell outside it is faded.
 */
export function shownRamp(
  { ramp, colorScale, noise, bins, view }: RampBasis,
  { background }: Pick<FigureTheme, 'background'>,
): Ramp {
  if (!view.fade || noise === undefined || colorScale === undefined) return ramp
  const limit = bins?.means?.noiseLimit ?? noise.limit
  const { low, high } = colorScale
  const first = -limit < low ? -1 : -limit > high ? 251 : stepOf(-limit, colorScale)
  const last = limit > high ? 251 : limit < low ? -1 : stepOf(limit, colorScale)
  return ramp.map((color, step) => {
    return step > first && step < last ? veiled(color, background, VEIL) : color
  })
}

/** Returns the middle one of the faded colors of the ramp; the background if none is faded. */
export function fadedColor(basis: RampBasis, theme: Pick<FigureTheme, 'background'>): string {
  const pale = shownRamp(basis, theme).filter((color, step) => color !== basis.ramp[step])
  return pale[Math.floor(pale.length / 2)] ?? theme.background
}
