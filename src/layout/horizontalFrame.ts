import { layerOfRow, type Matrix } from '../tensor/Matrix'
import { layerLabel } from '../tensor/Tensor'
import { colorBarWidth } from './colorBarLayout'
import { type LayoutInput } from './FigureLayout'
import { layerLabelsWidth } from './layerLabels'
import { AXIS_TITLE, lineHeight, NARROW, PAD } from './metrics'
import { stripSizes } from './stripsLayout'
import { visibleProse } from './visibleText'

/** With axes and color bar it fits a phone of 360. */
const MIN_PLOT_WIDTH = 144
/** What few columns may still fill. */
const MIN_FULL_WIDTH = 320
const MAX_CELL_WIDTH = 140
const LABEL_GAP = 8

/** Where the figure's columns stand, in CSS pixels: layer axis, plot, color bar. */
export interface HorizontalFrame {
  readonly width: number
  readonly left: number
  readonly plotWidth: number
  readonly colorBarLeft: number
  /** Where what belongs to the plot ends: the labels of its columns may reach so far. */
  readonly plotEnd: number
  readonly layerLabelWidth: number
}

export function horizontalFrame(input: LayoutInput): HorizontalFrame {
  const { matrix, text, size, colorBar } = input
  const isNarrow = size.width < NARROW
  const layerLabelWidth = Math.ceil(layerLabelsWidth(layerTexts(matrix), isNarrow ? 56 : 120))
  const titleWidth = text.layerTitle === '' ? 0 : Math.ceil(lineHeight(AXIS_TITLE)) + LABEL_GAP
  const left = PAD + titleWidth + layerLabelWidth + LABEL_GAP
  const gap = isNarrow ? 12 : 22
  const { beside } = stripSizes(input)
  const bar =
    colorBar === undefined ? PAD : gap + Math.ceil(colorBarWidth(colorBar, text.barEnds)) + PAD
  const right = beside + bar
  const available = Math.floor(size.width) - left - right
  const most = Math.max(MIN_FULL_WIDTH, matrix.columnCount * MAX_CELL_WIDTH)
  const plotWidth = Math.max(MIN_PLOT_WIDTH, Math.min(available, most))
  const content = left + plotWidth + right
  return {
    width: Math.max(content, Math.min(Math.floor(size.width), NARROW)),
    left,
    plotWidth,
    colorBarLeft: left + plotWidth + beside + gap,
    plotEnd: left + plotWidth + (beside > 0 || colorBar !== undefined ? gap : PAD),
    layerLabelWidth,
  }
}

/** The labels of the layers as drawn, row 0 first. */
export function layerTexts(matrix: Matrix): readonly string[] {
  return Array.from({ length: matrix.layerCount }, (_, rowIndex) => {
    return visibleProse(layerLabel(matrix.tensor, layerOfRow(matrix, rowIndex)))
  })
}
