import { layerOfRow, type Matrix } from '../tensor/Matrix'
import { layerLabel } from '../tensor/Tensor'
import { colorBarWidth } from './colorBarLayout'
import { type LayoutInput } from './FigureLayout'
import { layerLabelsWidth } from './layerLabels'
import { AXIS_TITLE, lineHeight, NARROW, PAD, TOKEN } from './metrics'
import { sharesLayers } from './sharedAxes'
import { widthOf } from './shorten'
import { stripSizes } from './stripsLayout'
import { columnNumber } from './tokenLabelSource'
import { visibleProse } from '../text/visibleText'

/** With axes and color bar it fits a phone of 360. */
const MIN_PLOT_WIDTH = 144
/** Of one panel beside others. */
export const MIN_PANEL_WIDTH = 96
/** What few columns may still fill. */
const MIN_FULL_WIDTH = 320
const MAX_CELL_WIDTH = 140
const LABEL_GAP = 8
/** Between panels side by side: half of it is that of either one's labels. */
const PANEL_GAP = 28

/** Where the figure's columns stand, in CSS pixels: layer axis, plots side by side, color bar. */
export interface HorizontalFrame {
  readonly width: number
  readonly left: number
  /** Of the widest plot. */
  readonly plotWidth: number
  /** From the left of one plot to that of the next. */
  readonly pitch: number
  /** From the first plot's left to the end of the last one. */
  readonly plotsWidth: number
  /** Room that is kept between a plot with its strips and the layer labels of the next. */
  readonly gap: number
  readonly colorBarLeft: number
  /** Where what belongs to the last plot ends: the labels of its columns may reach so far. */
  readonly plotEnd: number
  readonly layerLabelWidth: number
}

/** Returns the frame of a figure with so many plots side by side. */
export function horizontalFrame(input: LayoutInput, columnCount: number): HorizontalFrame {
  const { plots, text, size, colorBar } = input
  const matrices = plots.map(({ matrix }) => matrix)
  const isNarrow = size.width < NARROW
  const labelWidths = matrices.map((each) =>
    layerLabelsWidth(layerTexts(each), isNarrow ? 56 : 120),
  )
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

/** Width of the longest number that labels a column, with some space; 0 where texts do. */
function numberRoom(matrix: Matrix): number {
  if (matrix.tensor.tokens.kind !== 'none' || matrix.columnCount === 0) return 0
  const ends = [columnNumber(matrix, 0), columnNumber(matrix, matrix.columnCount - 1)]
  return Math.ceil(Math.max(...ends.map((end) => widthOf(String(end), TOKEN)))) + LABEL_GAP
}

/** The labels of the layers as drawn, row 0 first. */
export function layerTexts(matrix: Matrix): readonly string[] {
  return Array.from({ length: matrix.layerCount }, (_, rowIndex) => {
    return visibleProse(layerLabel(matrix.tensor, layerOfRow(matrix, rowIndex)))
  })
}
