import { axisTitleLines, type AxisTitleLine } from './axisTitle'
import { colorBarLayout } from './colorBarLayout'
import { type FigureLayout, type LayoutInput, type TextLine } from './FigureLayout'
import { horizontalFrame, layerTexts } from './horizontalFrame'
import { layerLabels } from './layerLabels'
import { legendLayout } from './legendLayout'
import { AXIS_TITLE, CAPTION, lineHeight, PAD, SUBTITLE, TITLE } from './metrics'
import { plotGrid, type PlotGrid } from './PlotGrid'
import { type Rect } from './Rect'
import { shorten, type TextStyle } from './shorten'
import { stripSizes, stripsLayout } from './stripsLayout'
import { tokenLabels, type TokenLabels } from './tokenLabels'
import { tokenLabelSource } from './tokenLabelSource'
import { wrapText } from './wrapText'

const MIN_PLOT_HEIGHT = 140
const MAX_CELL_HEIGHT = 90
const LABEL_GAP = 8
/** Gaps above and below the blocks of text. */
const BLOCK_GAP = 10

/** Lays out a figure. The plot takes what titles, labels, legend and captions leave of the size. */
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
  const { above } = stripSizes(input)
  const plotTop = Math.ceil(
    subtitleTop + subtitle.length * lineHeight(SUBTITLE) + BLOCK_GAP + above,
  )

  const gridAt = (plotHeight: number): PlotGrid => {
    return gridOf(input, { x: left, y: plotTop, width: plotWidth, height: plotHeight })
  }
  const tall = gridAt(input.size.height)
  // The lowest tick of the color bar and those of a profile reach below the plot, to where labels are.
  const labels = stableLabels(input, tall, frame.plotEnd)
  const tokenTitle = axisTitleLines(input.text, left + plotWidth / 2, width)
  const legend = legendLayout(input.text.legend, left, 0, textWidth)
  const below = (grid: PlotGrid): Below => {
    const captions = input.text
      .captions(grid)
      .flatMap((each) => wrapText(each, textWidth, CAPTION, 3))
    const axis = labels.depth + LABEL_GAP + tokenTitle.length * lineHeight(AXIS_TITLE) + BLOCK_GAP
    return { captions, height: axis + legend.height + captions.length * lineHeight(CAPTION) + PAD }
  }
  // A lower plot may need a caption more, which makes it lower still, but never one less: twice is enough.
  const guess = plotHeightOf(input, plotTop, below(tall).height)
  const plotHeight = plotHeightOf(input, plotTop, below(gridAt(guess)).height)
  const grid = gridAt(plotHeight)
  const last = below(grid)
  return {
    width,
    height: Math.ceil(plotTop + plotHeight + last.height),
    grid,
    title,
    subtitle,
    strips: stripsLayout(input, grid),
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
    ...(input.colorBar === undefined
      ? {}
      : {
          colorBar: colorBarLayout(input.colorBar, input.text, frame.colorBarLeft, grid.plot),
        }),
  }
}

interface Below {
  readonly captions: readonly string[]
  readonly height: number
}

function gridOf({ matrix, size, ...options }: LayoutInput, plot: Rect): PlotGrid {
  return plotGrid(matrix, plot, { ...options, pixelRatio: size.pixelRatio })
}

/** Zooming changes the labels but not their depth: the plot must not jump. */
function stableLabels(input: LayoutInput, grid: PlotGrid, figureWidth: number): TokenLabels {
  const maxDepth = Math.min(130, Math.max(64, input.size.height * 0.25))
  const room = { maxDepth, figureWidth, hasIndices: input.hasIndices ?? false }
  const labels = tokenLabels(tokenLabelSource(input.matrix, grid, room))
  const { windows = {}, ...whole } = input
  if (windows.columns === undefined) return labels
  const wholeGrid = gridOf(whole, grid.plot)
  const wholeLabels = tokenLabels(tokenLabelSource(input.matrix, wholeGrid, room))
  return { ...labels, depth: Math.max(labels.depth, wholeLabels.depth) }
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
      text: shorten(input.text.layerTitle, grid.plot.height, AXIS_TITLE),
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
