import { windowsWithin, type Windows } from '../tensor/Windows'
import { horizontalFrame, type HorizontalFrame } from './horizontalFrame'
import { mapPlots, type LayoutInput, type PlotInput, type Plots } from './LayoutInput'
import { type Rect } from './PlotGrid'
import { sharesColumns } from './sharesColumns'
import { stripSizes } from './stripsLayout'

/** A plot with its place among the plots of a figure. */
export interface Panel {
  readonly plot: PlotInput
  readonly row: number
  readonly column: number
  /** Whether it is in the last column of panels. */
  readonly isLast: boolean
  /** Whether it is the lowest of its column of panels. */
  readonly isLowest: boolean
  readonly isInLastRow: boolean
  /** Width and height as shares of the largest panel's: the cells of all panels have one size. */
  readonly widthShare: number
  readonly heightShare: number
  readonly isUpward: boolean
  /** The visible part of its matrix. */
  readonly windows: Windows
}

/** The rows of a figure's panels, in CSS pixels. */
export interface PanelRows {
  /** Top of the first row's plots. */
  readonly top: number
  /** Distance from one row to the next. */
  readonly pitch: number
  /** Height of the highest plot. */
  readonly height: number
}

/** Returns the panels in reading order, `columnCount` of them side by side. */
export function panelsOf(input: LayoutInput, columnCount: number): Plots<Panel> {
  const { plots, windows = {}, isUpward } = input
  const shown = mapPlots(plots, ({ matrix }) => {
    const own = plots.length === 1 ? windows : windowsWithin(windows, matrix)
    const { columns, layers } = own
    return {
      windows: own,
      columnSpan: columns?.span ?? matrix.columnCount,
      layerSpan: layers?.span ?? matrix.layerCount,
    }
  })
  const widest = Math.max(...shown.map(({ columnSpan }) => columnSpan))
  const highest = Math.max(...shown.map(({ layerSpan }) => layerSpan))
  const lastRow = Math.floor((plots.length - 1) / columnCount)
  return mapPlots(plots, (plot, index) => {
    const { windows: own, columnSpan, layerSpan } = shown[index] ?? shown[0]
    return {
      plot,
      row: Math.floor(index / columnCount),
      column: index % columnCount,
      isLast: index % columnCount === columnCount - 1,
      isLowest: index + columnCount >= plots.length,
      isInLastRow: Math.floor(index / columnCount) === lastRow,
      widthShare: shareOf(columnSpan, widest),
      heightShare: shareOf(layerSpan, highest),
      isUpward,
      windows: own,
    }
  })
}

/** Returns the rectangle of a panel's plot. Row 0 of all plots side by side is on one line. */
export function panelRect(
  panel: Panel,
  frame: HorizontalFrame,
  rows: PanelRows,
  pixelRatio: number,
): Rect {
  const { plot, windows, widthShare, heightShare } = panel
  const { columnCount, layerCount } = plot.matrix
  const top = rows.top + panel.row * rows.pitch
  const { columns, layers } = windows
  const width = lengthOf(frame.plotWidth, widthShare, columns?.span ?? columnCount, pixelRatio)
  const height = lengthOf(rows.height, heightShare, layers?.span ?? layerCount, pixelRatio)
  return {
    x: frame.left + panel.column * frame.pitch,
    y: panel.isUpward ? top + rows.height - height : top,
    width,
    height,
  }
}

/** Device pixels that a panel gets in addition, so that its bins may have the size of the largest panel's. */
const EXTRA_PIXELS = 3

/** Returns a share of a length in CSS pixels, with some pixels more if cells share pixels or nearly do. */
function lengthOf(length: number, share: number, cellCount: number, pixelRatio: number): number {
  const exact = length * share
  if (cellCount + EXTRA_PIXELS <= exact * pixelRatio) return exact
  return Math.min(length, (Math.floor(exact * pixelRatio) + EXTRA_PIXELS) / pixelRatio)
}

/** Returns the size of a panel as a share of the largest; 1 for a plot without cells. */
function shareOf(shown: number, most: number): number {
  return shown === 0 ? 1 : shown / most
}

/** Least height of one panel of several, in CSS pixels. */
export const MIN_PANEL_HEIGHT = 60
/** Usual heights in CSS pixels: of everything except the plots, of the gaps between rows of panels, and the least of a panel. */
const USUAL = { outside: 270, labelledRow: 130, bareRow: 30, least: MIN_PANEL_HEIGHT }
/** The same on paper of a given height. */
const USUAL_ON_PAPER = { outside: 150, labelledRow: 115, bareRow: 30, least: 40 }

/**
 * Returns the number of panels side by side with which the shorter side of a cell is longest. It depends on the whole
 * matrices, so that panels keep their places in a zoom.
 */
export function panelColumns(input: LayoutInput): number {
  const { plots, size } = input
  const matrices = plots.map(({ matrix }) => matrix)
  const columnCount = Math.max(1, ...matrices.map((matrix) => matrix.columnCount))
  const layerCount = Math.max(1, ...matrices.map((matrix) => matrix.layerCount))
  const above = Math.max(...plots.map((plot) => stripSizes(plot, size).above))
  const usual = size.paper?.isHeightGiven === true ? USUAL_ON_PAPER : USUAL
  const between = above + (sharesColumns(matrices) ? usual.bareRow : usual.labelledRow)
  let best = { panelCount: 1, side: -Infinity }
  for (let panelCount = 1; panelCount <= plots.length; panelCount++) {
    const frame = horizontalFrame(input, panelCount)
    // More panels are wider still. Sums of widths that fill the paper may exceed it by rounding.
    if (panelCount > 1 && frame.width > size.width + 0.01) break
    const rowCount = Math.ceil(plots.length / panelCount)
    const height = (size.height - usual.outside - above - (rowCount - 1) * between) / rowCount
    const shown = Math.max(usual.least, height)
    // Rows that do not fit make the figure higher than its size: the fewer, the better.
    const fitting = Math.min(frame.plotWidth / columnCount, shown / layerCount)
    const side = height < usual.least ? panelCount - plots.length : fitting
    if (side > best.side) best = { panelCount, side }
  }
  return best.panelCount
}
