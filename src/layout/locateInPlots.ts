import { type BinPlace } from '../tensor/Bins'
import { type PlotLayout } from './FigureLayout'
import { locate } from './PlotGrid'
import { type Plots } from './Plots'

/** A bin of a figure, and the plot that it is in. */
export interface PlotPlace {
  readonly plot: PlotLayout
  readonly place: BinPlace
}

/** Returns the bin under a point of the figure and its plot, or undefined where no plot is. */
export function locateInPlots(
  plots: Plots<PlotLayout>,
  x: number,
  y: number,
): PlotPlace | undefined {
  for (const plot of plots) {
    const place = locate(plot.grid, x, y)
    if (place !== undefined) return { plot, place }
  }
  return undefined
}
