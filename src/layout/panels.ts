import { clampWindow, type AxisWindow } from '../tensor/BinAxis'
import { type LayoutInput, type PlotInput } from './FigureLayout'
import { type HorizontalFrame } from './horizontalFrame'
import { mapPlots, type Plots } from './Plots'
import { type Rect } from './Rect'

/** A plot's place among the plots of a figure, row by row. */
export interface Panel {
  readonly plot: PlotInput
  readonly row: number
  readonly column: number
  /** Whether no panel stands at the right of its column of panels. */
  readonly isLast: boolean
  /** Whether no panel stands below it. */
  readonly isLowest: boolean
  readonly isInLastRow: boolean
  /** Its width and its height as shares of the largest panel's: cells have one size. */
  readonly widthShare: number
  readonly heightShare: number
  readonly isUpward: boolean
}

/** The rows of a figure's panels, in CSS pixels: where the first begins, from one to the next, and the highest plot. */
export interface PanelRows {
  readonly top: number
  readonly pitch: number
  readonly height: number
}

/** Returns the panels with so many side by side. */
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

/** Returns the rectangle of a panel's plot. Layer 0 of all plots of a row is on one line. */
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

/** Cells of an axis that are in view. */
function shownOf(cellCount: number, window: AxisWindow | undefined): number {
  return window === undefined ? cellCount : clampWindow(window, cellCount).span
}

/** A plot without cells is as large as the largest. */
function shareOf(shown: number, most: number): number {
  return shown === 0 ? 1 : shown / most
}
