import { type Matrix } from '../tensor/Matrix'
import { colorBarWidth, hasBracketRoom } from './colorBarLayout'
import { layerLabelsWidth } from './layerLabels'
import {
  NARROW,
  styleOf,
  alignedDown,
  alignedUp,
  inTurns,
  mostCellLength,
  type FigureSize,
  type LayoutInput,
} from './LayoutInput'
import { profileTickWidth } from './profileTicks'
import { sharesLayers } from './sharesColumns'
import { stripSizes } from './stripsLayout'
import { widthOf, type TextStyle } from './TextStyle'
import { columnNumber } from './tokenLabelSource'

/** Least width of a plot: with axes and color bar it fits a phone of 360. */
const MIN_PLOT_WIDTH = 144
/** Least width of a panel beside others. */
const MIN_PANEL_WIDTH = 96
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
  const style = styleOf(size)
  const { pad, layerGap, bar: barStyle } = style
  const matrices = plots.map(({ matrix }) => matrix)
  const isNarrow = size.width < NARROW
  const { layerLabelWidth, isShared } = layerAxes(matrices, size)
  const titleWidth = text.layerTitle === '' ? 0 : style.layerTitleWidth + style.titleGap
  const labelRoom = titleWidth + layerLabelWidth + layerGap
  const tickWidths = plots.flatMap(({ profile }) =>
    profile === undefined ? [] : [profileTickWidth(profile, style.caption)],
  )
  const left = alignedUp(Math.max(pad + labelRoom, ...tickWidths), size)
  const all = inTurns(input)
  const hasBracket = all.some((each) => each.colorBar && hasBracketRoom(each.colorBar, size))
  const gap = barStyle.gaps[isNarrow ? 1 : 0] + (hasBracket ? barStyle.bracketRoom : 0)
  const beside = Math.max(...plots.map((plot) => stripSizes(plot, size).beside))
  const bar = Math.max(...all.map((each) => barRoom(each, gap))) + pad
  const panelGap = Math.max(PANEL_GAP, ...matrices.map((each) => numberRoom(each, style.token)))
  // From the right of a plot to the left of the next one.
  const between = alignedUp(beside + panelGap + (isShared ? 0 : layerLabelWidth + layerGap), size)
  const available =
    alignedDown(size.width, size) - left - bar - beside - (columnCount - 1) * between
  const mostColumns = Math.max(...matrices.map((matrix) => matrix.columnCount))
  const plotWidth = Math.max(
    columnCount === 1 ? MIN_PLOT_WIDTH : alignedUp(MIN_PANEL_WIDTH, size),
    Math.min(
      alignedDown(available / columnCount, size),
      size.paper === undefined
        ? Math.max(MIN_FULL_WIDTH, mostColumns * mostCellLength(MAX_CELL_WIDTH, size.width, size))
        : Infinity,
    ),
  )
  const pitch = plotWidth + between
  const plotsWidth = (columnCount - 1) * pitch + plotWidth
  const content = left + plotsWidth + beside + bar
  return {
    width:
      size.paper === undefined
        ? Math.max(content, Math.min(Math.floor(size.width), NARROW))
        : Math.max(content, size.width),
    left,
    plotWidth,
    pitch,
    plotsWidth,
    gap: panelGap,
    colorBarLeft: left + plotsWidth + beside + gap,
    plotEnd: left + plotsWidth + (beside > 0 || colorBar !== undefined ? gap : pad),
    layerLabelWidth,
  }
}

/** Returns the width of the color bar and of the gap before it; 0 without a bar. */
function barRoom(input: LayoutInput, gap: number): number {
  const { colorBar, size } = input
  return colorBar === undefined ? 0 : gap + alignedUp(colorBarWidth(colorBar, input), size)
}

/** Largest width of the layer labels as a share of a figure for paper, and in CSS pixels: 77 mm have room for `Meta Token #12`. */
const LABEL_SHARE = 0.31
const MOST_ON_PAPER = 160

/** Returns the largest width of the layer labels in CSS pixels. On paper nothing but the labels names the layers. */
function mostLabelWidth({ width, paper }: FigureSize, isShared: boolean): number {
  const usual = width < NARROW ? 56 : 120
  if (paper === undefined || !isShared) return usual
  return Math.max(56, Math.min(LABEL_SHARE * width, MOST_ON_PAPER))
}

/** Returns the width of the layer labels, and whether all plots have the same ones. */
function layerAxes(
  matrices: readonly Matrix[],
  size: FigureSize,
): { readonly layerLabelWidth: number; readonly isShared: boolean } {
  const isShared = sharesLayers(matrices)
  const measured = isShared ? matrices.slice(0, 1) : matrices
  const most = mostLabelWidth(size, isShared)
  const widths = measured.map((each) => layerLabelsWidth(each, most, styleOf(size).tick))
  return { layerLabelWidth: alignedUp(Math.max(...widths), size), isShared }
}

/** Returns the width of the longest number that labels a column, with some space; 0 if texts are the labels. */
function numberRoom(matrix: Matrix, token: TextStyle): number {
  if (matrix.tensor.tokens.kind !== 'none' || matrix.columnCount === 0) return 0
  const ends = [columnNumber(matrix, 0), columnNumber(matrix, matrix.columnCount - 1)]
  return Math.ceil(Math.max(...ends.map((end) => widthOf(String(end), token)))) + LABEL_GAP
}
