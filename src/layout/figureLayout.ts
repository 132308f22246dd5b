import { binSizeFor, type BinSize } from '../tensor/Bins'
import { type Matrix } from '../tensor/Matrix'
import { layerLabel } from '../tensor/Tensor'
import { axisTitleLines, type AxisTitleLine } from './axisTitle'
import { colorBarLayout, colorBarWidth, type ColorBarLayout } from './colorBarLayout'
import { layerLabels, layerLabelsWidth, type LayerLabel } from './layerLabels'
import { legendLayout, type LegendEntry, type LegendItem } from './legendLayout'
import { AXIS_TITLE, CAPTION, LINE_HEIGHT, PAD, SUBTITLE, TITLE } from './metrics'
import { columnCenter, type PlotGrid } from './PlotGrid'
import { type Rect } from './Rect'
import { type TextStyle } from './shorten'
import { tokenLabels, type TokenLabels } from './tokenLabels'
import { tokenLabelSource } from './tokenLabelSource'
import { visibleProse } from './visibleText'
import { wrapText } from './wrapText'

/** The words of a figure, visible and valid already; those that depend on the bins are made when these are known. */
export interface FigureText {
  readonly title: string
  readonly subtitle: string
  readonly layerTitle: string
  readonly tokenTitle: string
  /** Set smaller beside or below the token title. */
  readonly tokenNote: string
  readonly metric: string
  readonly legend: readonly LegendEntry[]
  captions(bins: BinSize): readonly string[]
}

export interface FigureSize {
  /** Most that the figure may take, in CSS pixels. It is narrower and lower where its cells would get too large. */
  readonly width: number
  readonly height: number
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number
}

export interface LayoutInput {
  readonly matrix: Matrix
  readonly text: FigureText
  readonly size: FigureSize
  readonly isUpward: boolean
  /** Ends of the color bar; absent where no value is finite. */
  readonly domain?: { readonly low: number; readonly high: number }
}

/** One line of text by its baseline. */
export interface TextLine {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** Where everything of a figure stands: numbers and texts only, in CSS pixels from its top left corner. */
export interface FigureLayout {
  readonly width: number
  readonly height: number
  readonly grid: PlotGrid
  readonly title: readonly TextLine[]
  readonly subtitle: readonly TextLine[]
  readonly layerTitle: TextLine
  readonly layerLabels: readonly LayerLabel[]
  readonly tokenLabels: TokenLabels
  readonly tokenTitle: readonly AxisTitleLine[]
  readonly colorBar?: ColorBarLayout
  readonly legend: readonly LegendItem[]
  readonly captions: readonly TextLine[]
}

const NARROW = 560
const MIN_PLOT_WIDTH = 160
const MIN_PLOT_HEIGHT = 140
const MAX_CELL_WIDTH = 140
const MAX_CELL_HEIGHT = 64
const LABEL_GAP = 8
/** Gaps above and below the blocks of text. */
const BLOCK_GAP = 10

export function layoutFigure(input: LayoutInput): FigureLayout {
  const frame = horizontalFrame(input)
  const { width, left, plotWidth } = frame
  const textWidth = width - left - PAD
  const title = lines(wrapText(input.text.title, textWidth, TITLE, 2), left, PAD, TITLE)
  const subtitleTop = PAD + title.length * lineHeight(TITLE)
  const subtitle = lines(
    wrapText(input.text.subtitle, textWidth, SUBTITLE, 2),
    left,
    subtitleTop,
    SUBTITLE,
  )
  const plotTop = Math.ceil(subtitleTop + subtitle.length * lineHeight(SUBTITLE) + BLOCK_GAP)

  const wide = gridOf(input, { x: left, y: plotTop, width: plotWidth, height: 1 }, 1)
  const labels = labelsOf(input, wide)
  const tokenTitle = axisTitleLines(input.text, left + plotWidth / 2, width)
  const legend = legendLayout(input.text.legend, left, 0, textWidth)
  const below = (bins: BinSize): Below => {
    const captions = input.text
      .captions(bins)
      .flatMap((each) => wrapText(each, textWidth, CAPTION, 3))
    const axis = labels.depth + LABEL_GAP + tokenTitle.length * lineHeight(AXIS_TITLE) + BLOCK_GAP
    return { captions, height: axis + legend.height + captions.length * lineHeight(CAPTION) + PAD }
  }
  const first = below(wide)
  const plotHeight = plotHeightOf(input, plotTop, first.height)
  const layersPerBin = binSizeFor(
    input.matrix,
    1,
    Math.floor(plotHeight * input.size.pixelRatio),
  ).layersPerBin
  const grid = gridOf(
    input,
    { x: left, y: plotTop, width: plotWidth, height: plotHeight },
    layersPerBin,
  )
  const last = below(grid)
  return {
    width,
    height: Math.ceil(plotTop + plotHeight + last.height),
    grid,
    title,
    subtitle,
    ...layerAxis(input, grid, frame.layerLabelWidth),
    tokenLabels: labels,
    ...belowPlot(plotTop + plotHeight, {
      input,
      labels,
      tokenTitle,
      captions: last.captions,
      left,
      textWidth,
    }),
    ...(input.domain === undefined
      ? {}
      : {
          colorBar: colorBarLayout(input.domain, input.text.metric, frame.colorBarLeft, grid.plot),
        }),
  }
}

interface Below {
  readonly captions: readonly string[]
  readonly height: number
}

interface HorizontalFrame {
  readonly width: number
  readonly left: number
  readonly plotWidth: number
  readonly colorBarLeft: number
  readonly layerLabelWidth: number
}

function horizontalFrame({ matrix, size, domain }: LayoutInput): HorizontalFrame {
  const isNarrow = size.width < NARROW
  const layerLabelWidth = Math.ceil(layerLabelsWidth(layerTexts(matrix), isNarrow ? 56 : 120))
  const left = PAD + Math.ceil(lineHeight(AXIS_TITLE)) + LABEL_GAP + layerLabelWidth + LABEL_GAP
  const gap = isNarrow ? 12 : 22
  const right = domain === undefined ? PAD : gap + Math.ceil(colorBarWidth(domain)) + PAD
  const available = Math.floor(size.width) - left - right
  const most = Math.max(MIN_PLOT_WIDTH * 2, matrix.columnCount * MAX_CELL_WIDTH)
  const plotWidth = Math.max(MIN_PLOT_WIDTH, Math.min(available, most))
  const content = left + plotWidth + right
  return {
    width: Math.max(content, Math.min(Math.floor(size.width), NARROW)),
    left,
    plotWidth,
    colorBarLeft: left + plotWidth + gap,
    layerLabelWidth,
  }
}

function gridOf(
  { matrix, size, isUpward }: LayoutInput,
  plot: Rect,
  layersPerBin: number,
): PlotGrid {
  return {
    plot,
    columnCount: matrix.columnCount,
    layerCount: matrix.layerCount,
    columnsPerBin: binSizeFor(matrix, Math.floor(plot.width * size.pixelRatio), 1).columnsPerBin,
    layersPerBin,
    isUpward,
    pixelRatio: size.pixelRatio,
  }
}

function labelsOf(input: LayoutInput, grid: PlotGrid): TokenLabels {
  const maxDepth = Math.min(130, Math.max(64, input.size.height * 0.25))
  return tokenLabels(
    tokenLabelSource(input.matrix, grid, maxDepth, (column) => columnCenter(grid, column)),
  )
}

function plotHeightOf({ matrix, size }: LayoutInput, plotTop: number, below: number): number {
  const available = Math.floor(size.height - plotTop - below)
  const most = Math.max(MIN_PLOT_HEIGHT * 1.5, matrix.layerCount * MAX_CELL_HEIGHT)
  return Math.max(MIN_PLOT_HEIGHT, Math.min(available, most))
}

function layerAxis(
  input: LayoutInput,
  grid: PlotGrid,
  labelWidth: number,
): Pick<FigureLayout, 'layerTitle' | 'layerLabels'> {
  return {
    layerTitle: {
      x: PAD + AXIS_TITLE.fontSize,
      y: grid.plot.y + grid.plot.height / 2,
      text: input.text.layerTitle,
    },
    layerLabels: layerLabels(grid, layerTexts(input.matrix), labelWidth),
  }
}

interface BelowInput {
  readonly input: LayoutInput
  readonly labels: TokenLabels
  readonly tokenTitle: readonly AxisTitleLine[]
  readonly captions: readonly string[]
  readonly left: number
  readonly textWidth: number
}

function belowPlot(
  plotBottom: number,
  { input, labels, tokenTitle, captions, left, textWidth }: BelowInput,
): Pick<FigureLayout, 'tokenTitle' | 'legend' | 'captions'> {
  const titleTop = plotBottom + labels.depth + LABEL_GAP
  const legendTop = titleTop + tokenTitle.length * lineHeight(AXIS_TITLE) + BLOCK_GAP
  const legend = legendLayout(input.text.legend, left, legendTop, textWidth)
  return {
    tokenTitle: tokenTitle.map((line, index) => ({
      ...line,
      y: titleTop + index * lineHeight(AXIS_TITLE) + AXIS_TITLE.fontSize,
    })),
    legend: legend.items,
    captions: lines(captions, left, legendTop + legend.height, CAPTION),
  }
}

function layerTexts(matrix: Matrix): readonly string[] {
  return Array.from({ length: matrix.layerCount }, (_, index) => {
    return visibleProse(layerLabel(matrix.tensor, index))
  })
}

function lines(
  texts: readonly string[],
  x: number,
  top: number,
  style: TextStyle,
): readonly TextLine[] {
  return texts.map((text, index) => ({
    x,
    y: top + index * lineHeight(style) + style.fontSize,
    text,
  }))
}

function lineHeight(style: TextStyle): number {
  return style.fontSize * LINE_HEIGHT
}
