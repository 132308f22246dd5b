import { type BinPlace } from '../tensor/BinSource'
import { type PlotLayout } from './FigureLayout'
import { type PlotGrid, type Rect } from './PlotGrid'

/** A bin of a figure that may have several plots. */
export interface PlotPlace {
  /** Index of the plot. */
  readonly index: number
  readonly place: BinPlace
  /** True if the point is on the plot's profile of tokens, which selects a column and no row. */
  readonly isAbove: boolean
  /** True if the point is on the plot's profile of layers, which selects a row and no column. */
  readonly isBeside: boolean
}

/**
 * Returns the bin under a point of the figure and its plot; undefined if no plot or profile is there. On a profile, the
 * bin is the one in the middle of the column or row that the point selects.
 */
export function locateInPlots(
  plots: readonly PlotLayout[],
  x: number,
  y: number,
): PlotPlace | undefined {
  for (const [index, { grid, strips }] of plots.entries()) {
    const { plot } = grid
    const isAbove = holds(strips.tokenProfile?.rect, x, y)
    const isBeside = holds(strips.layerProfile?.rect, x, y)
    const place = locate(
      grid,
      isBeside ? plot.x + plot.width / 2 : x,
      isAbove ? plot.y + plot.height / 2 : y,
    )
    if (place !== undefined) return { index, place, isAbove, isBeside }
  }
  return undefined
}

/** Returns whether a point is in a rectangle. */
export function holds(rect: Rect | undefined, x: number, y: number): boolean {
  return (
    rect !== undefined &&
    x >= rect.x &&
    x < rect.x + rect.width &&
    y >= rect.y &&
    y < rect.y + rect.height
  )
}

/** Returns the bin under a point of the figure, or undefined outside the plot. Inverse of `binRect`. */
export function locate(grid: PlotGrid, x: number, y: number): BinPlace | undefined {
  const { plot, columnEdges, layerEdges, isUpward } = grid
  const fromTop = y - plot.y
  const binColumn = partOf(columnEdges, x - plot.x, plot.width)
  // An edge belongs to the bin below it and to the right of it, so that counted from the bottom it ends a bin.
  const binRow = isUpward
    ? partBelow(layerEdges, plot.height - fromTop, plot.height)
    : partOf(layerEdges, fromTop, plot.height)
  return binColumn === undefined || binRow === undefined ? undefined : { binColumn, binRow }
}

/** Returns the part k with `edges[k] ≤ offset < edges[k + 1]`. */
function partOf(edges: Float64Array, offset: number, length: number): number | undefined {
  if (!(offset >= 0) || offset >= length) return undefined
  return partWhere(edges, (edge) => edge > offset)
}

/** Returns the part k with `edges[k] < offset ≤ edges[k + 1]`. */
function partBelow(edges: Float64Array, offset: number, length: number): number | undefined {
  if (!(offset > 0) || offset > length) return undefined
  return partWhere(edges, (edge) => edge >= offset)
}

/** Returns the part before the first edge for which `isBeyond` is true, by bisection. */
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
