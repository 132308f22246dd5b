import { clampWindow, type AxisWindow } from '../tensor/BinAxis'
import { horizontalFrame, MIN_PANEL_WIDTH, type HorizontalFrame } from './horizontalFrame'
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
  const widest = Math.max(
    ...plots.map(({ matrix }) => shownOf(matrix.columnCount, windows.columns)),
  )
  const highest = Math.max(...plots.map(({ matrix }) => shownOf(matrix.layerCount, windows.layers)))
  const lastRow = Math.floor((plots.length - 1) / columnCount)
  return mapPlots(plots, (plot, index) => ({
    plot,
    row: Math.floor(index / columnCount),
    column: index % columnCount,
    isLast: index % columnCount === columnCount - 1,
    isLowest: index + columnCount >= plots.length,
    isInLastRow: Math.floor(index / columnCount) === lastRow,
    widthShare: shareOf(shownOf(plot.matrix.columnCount, windows.columns), widest),
    heightShare: shareOf(shownOf(plot.matrix.layerCount, windows.layers), highest),
    isUpward,
  }))
}

/** Returns the rectangle of a panel's plot. Row 0 of all plots side by side is on one line. */
export function panelRect(panel: Panel, frame: HorizontalFrame, rows: PanelRows): Rect {
  const top = rows.top + panel.row * rows.pitch
  const height = rows.height * panel.heightShare
  return {
    x: frame.left + panel.column * frame.pitch,
    y: panel.isUpward ? top + rows.height - height : top,
    width: frame.plotWidth * panel.widthShare,
    height,
  }
}

/** Returns the number of cells of an axis that are in view. */
function shownOf(cellCount: number, window: AxisWindow | undefined): number {
  return window === undefined ? cellCount : clampWindow(window, cellCount).span
}

/** Returns the size of a panel as a share of the largest; 1 for a plot without cells. */
function shareOf(shown: number, most: number): number {
  return shown === 0 ? 1 : shown / most
}

/** Least height of one panel of several, in CSS pixels. */
export const MIN_PANEL_HEIGHT = 60
/** Usual height of everything except the plots, and of the gap between two rows of panels with and without labels. */
const OUTER_HEIGHT = 200
const LABELLED_ROW = 110
const BARE_ROW = 30

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
  const between = above + (sharesColumns(matrices) ? BARE_ROW : LABELLED_ROW)
  const candidates = plots.flatMap((_, index) => {
    const panelCount = index + 1
    const frame = horizontalFrame(input, panelCount)
    const isTooWide = frame.plotWidth <= MIN_PANEL_WIDTH && frame.width > size.width
    if (panelCount > 1 && isTooWide) return []
    const rowCount = Math.ceil(plots.length / panelCount)
    const height = (size.height - OUTER_HEIGHT - above - (rowCount - 1) * between) / rowCount
    const shown = Math.max(MIN_PANEL_HEIGHT, height)
    // Rows that do not fit make the figure higher than its size: the fewer, the better.
    const side = Math.min(frame.plotWidth / columnCount, shown / layerCount)
    return [{ panelCount, side: height < MIN_PANEL_HEIGHT ? panelCount - plots.length : side }]
  })
  return candidates.reduce((best, each) => (each.side > best.side ? each : best)).panelCount
}
