import { type Matrix } from '../tensor/Matrix'
import { colorBarWidth } from './colorBarLayout'
import { layerLabelsWidth } from './layerLabels'
import { NARROW, PAD, type LayoutInput } from './LayoutInput'
import { sharesLayers } from './sharesColumns'
import { stripSizes } from './stripsLayout'
import { AXIS_TITLE, lineHeight, TOKEN, widthOf } from './TextStyle'
import { columnNumber } from './tokenLabelSource'

/** Least width of a plot: with axes and color bar it fits a phone of 360. */
const MIN_PLOT_WIDTH = 144
/** Least width of a panel beside others. */
export const MIN_PANEL_WIDTH = 96
/** Width that even few columns may fill. */
const MIN_FULL_WIDTH = 320
const MAX_CELL_WIDTH = 140
const LABEL_GAP = 8
/** Gap between panels side by side; the labels of each may extend over half of it. */
const PANEL_GAP = 28

/** The horizontal places of a figure's parts: layer axis, plots side by side, color bar. In CSS pixels. */
export interface HorizontalFrame {
  readonly width: number
  /** Left of the first plot. */
  readonly left: number
  /** Width of the widest plot. */
  readonly plotWidth: number
  /** Distance from the left of one plot to that of the next. */
  readonly pitch: number
  /** Distance from the left of the first plot to the right of the last one. */
  readonly plotsWidth: number
  /** Gap between a plot with its strips and the layer labels of the next one. */
  readonly gap: number
  readonly colorBarLeft: number
  /** Right end of the room that the column labels of the last plot may take. */
  readonly plotEnd: number
  readonly layerLabelWidth: number
}

/** Returns the frame of a figure with `columnCount` plots side by side. */
export function horizontalFrame(input: LayoutInput, columnCount: number): HorizontalFrame {
  const { plots, text, size, colorBar } = input
  const matrices = plots.map(({ matrix }) => matrix)
  const isNarrow = size.width < NARROW
  const labelWidths = matrices.map((each) => layerLabelsWidth(each, isNarrow ? 56 : 120))
  const layerLabelWidth = Math.ceil(Math.max(...labelWidths))
  const titleWidth = text.layerTitle === '' ? 0 : Math.ceil(lineHeight(AXIS_TITLE)) + LABEL_GAP
  const left = PAD + titleWidth + layerLabelWidth + LABEL_GAP
  const gap = isNarrow ? 12 : 22
  const beside = Math.max(...plots.map((plot) => stripSizes(plot, size).beside))
  const bar =
    colorBar === undefined ? PAD : gap + Math.ceil(colorBarWidth(colorBar, text.barEnds)) + PAD
  const panelGap = Math.max(PANEL_GAP, ...matrices.map(numberRoom))
  const between = panelGap + (sharesLayers(matrices) ? 0 : layerLabelWidth + LABEL_GAP)
  const available = Math.floor(size.width) - left - bar - (columnCount - 1) * between
  const mostColumns = Math.max(...matrices.map((matrix) => matrix.columnCount))
  const plotWidth = Math.max(
    columnCount === 1 ? MIN_PLOT_WIDTH : MIN_PANEL_WIDTH,
    Math.min(
      Math.floor(available / columnCount) - beside,
      Math.max(MIN_FULL_WIDTH, mostColumns * MAX_CELL_WIDTH),
    ),
  )
  const pitch = plotWidth + beside + between
  const plotsWidth = (columnCount - 1) * pitch + plotWidth
  const content = left + plotsWidth + beside + bar
  return {
    width: Math.max(content, Math.min(Math.floor(size.width), NARROW)),
    left,
    plotWidth,
    pitch,
    plotsWidth,
    gap: panelGap,
    colorBarLeft: left + plotsWidth + beside + gap,
    plotEnd: left + plotsWidth + (beside > 0 || colorBar !== undefined ? gap : PAD),
    layerLabelWidth,
  }
}

/** Returns the width of the longest number that labels a column, with some space; 0 if texts are the labels. */
function numberRoom(matrix: Matrix): number {
  if (matrix.tensor.tokens.kind !== 'none' || matrix.columnCount === 0) return 0
  const ends = [columnNumber(matrix, 0), columnNumber(matrix, matrix.columnCount - 1)]
  return Math.ceil(Math.max(...ends.map((end) => widthOf(String(end), TOKEN)))) + LABEL_GAP
}
