import { type FigureParts } from './figureParts'
import { alignedDown, mostCellLength, type LayoutInput } from './LayoutInput'
import { MIN_PANEL_HEIGHT } from './panelsOf'

const MIN_PLOT_HEIGHT = 140
const MAX_CELL_HEIGHT = 90

/** The height of all that is not a plot, and the gap between two rows of plots, in CSS pixels. */
interface Around {
  readonly outside: number
  readonly gap: number
}

/** Returns the height of a row of plots in CSS pixels. */
export function plotHeight(input: LayoutInput, parts: FigureParts, around: Around): number {
  const { plots, size } = input
  const gaps = (parts.rowCount - 1) * around.gap
  const available = (size.height - around.outside - gaps) / parts.rowCount
  if (size.paper?.isHeightGiven === true) {
    return Math.max(leastPaperHeight(input), alignedDown(available, size))
  }
  if (size.paper !== undefined) {
    // The height of the whole figure is rounded up by less than a pixel.
    const most = (size.paper.mostHeight - 1 - around.outside - gaps) / parts.rowCount
    const height = Math.min(freeHeight(input, parts, around), most)
    return alignedDown(Math.max(leastPaperHeight(input), height), size)
  }
  const layerCount = Math.max(...plots.map(({ matrix }) => matrix.layerCount))
  const cellHeight = mostCellLength(MAX_CELL_HEIGHT, size.height, size)
  const most = alignedDown(Math.max(MIN_PLOT_HEIGHT * 1.5, layerCount * cellHeight), size)
  const least = plots.length === 1 ? MIN_PLOT_HEIGHT : MIN_PANEL_HEIGHT
  return Math.max(least, Math.min(alignedDown(available, size), most))
}

/** Least height of a plot on paper, in CSS pixels: three ticks of the color bar and two layers have labels. */
const LEAST_PAPER_HEIGHT = 40

/** Least height of a plot on paper with counts at both ends of its color bar. */
const LEAST_WITH_POINTERS = 64

function leastPaperHeight({ text: { barEnds } }: LayoutInput): number {
  return Object.keys(barEnds).length > 0 ? LEAST_WITH_POINTERS : LEAST_PAPER_HEIGHT
}

/** Least and greatest width of a cell, as multiples of its height, on paper whose height is not given. */
const CELL_ASPECTS = [0.5, 2] as const
/** Height of a plot as a share of its width, if the shape of its cells allows it. */
const USUAL_SHARE = 0.5
const MOST_SHARE = 1.2
/** Height of the plots as a multiple of all that is above and below them: so they have 68.75 % of the figure. */
const LEAST_RATIO = 2.2
/** Largest height that is due to that ratio: of a row of cells in CSS pixels, and of a plot as a share of its width. */
const ROOMY_ROW = 24
const ROOMY_SHARE = 0.85

/**
 * Returns the height of a row of plots on paper, from its cells. A cell is half to twice as wide as high where that is
 * neither lower than can be read, nor lower than the ratio to the rest of the figure demands, nor higher than a page.
 */
function freeHeight(input: LayoutInput, { frame, rowCount }: FigureParts, around: Around): number {
  const { plotWidth } = frame
  const columnCount = Math.max(1, ...input.plots.map(({ matrix }) => matrix.columnCount))
  const layerCount = Math.max(1, ...input.plots.map(({ matrix }) => matrix.layerCount))
  const cellWidth = plotWidth / columnCount
  const [narrowest, widest] = CELL_ASPECTS
  const outside = (around.outside + (rowCount - 1) * around.gap) / rowCount
  const least = Math.max(
    leastPaperHeight(input) * (input.plots.length === 1 ? 1.5 : 1),
    Math.min(LEAST_RATIO * outside, layerCount * ROOMY_ROW, ROOMY_SHARE * plotWidth),
  )
  const highest = (layerCount * cellWidth) / narrowest
  const usual = USUAL_SHARE * plotWidth
  // Cells that must be narrower than half their height anyway set no bound.
  const byCells =
    highest < least ? usual : clamped(usual, (layerCount * cellWidth) / widest, highest)
  return clamped(byCells, least, Math.max(least, MOST_SHARE * plotWidth))
}

function clamped(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
