import { type BinPlace } from '../tensor/Bins'
import { type PlotLayout } from './FigureLayout'
import { locate } from './PlotGrid'
import { type Rect } from './Rect'

/** A bin of a figure of one or more plots. */
export interface PlotPlace {
  /** Of the plot that it is in. */
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

function holds(rect: Rect | undefined, x: number, y: number): boolean {
  return (
    rect !== undefined &&
    x >= rect.x &&
    x < rect.x + rect.width &&
    y >= rect.y &&
    y < rect.y + rect.height
  )
}
