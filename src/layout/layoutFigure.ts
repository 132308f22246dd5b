import { colorBarLayout } from './colorBarLayout'
import { type FigureLayout, type PlotLayout } from './FigureLayout'
import { figureParts, TITLE_GAP, type FigureParts } from './figureParts'
import { layerLabels } from './layerLabels'
import { mapPlots, PAD, type LayoutInput, type Plots } from './LayoutInput'
import { legendLayout } from './legendLayout'
import { MIN_PANEL_HEIGHT, panelRect, type PanelRows } from './panelsOf'
import { plotGrid, type PlotGrid, type Rect } from './PlotGrid'
import { sharesLayers } from './sharesColumns'
import { shorten, textLines, wrapText, type TextLine } from './shorten'
import { stripSizes, stripsLayout } from './stripsLayout'
import { AXIS_TITLE, CAPTION, lineHeight, PANEL_TITLE } from './TextStyle'

const MIN_PLOT_HEIGHT = 140
const MAX_CELL_HEIGHT = 90
const LABEL_GAP = 8
/** Gap above and below each block of text. */
const BLOCK_GAP = 10
/** Gap below a row of plots without labels, in which the lowest tick of a profile has room. */
const ROW_GAP = 16

/**
 * Lays out a figure. The plots fill the part of the size that titles, labels, legend and captions leave. Two or more
 * plots are panels in rows and columns, whose cells have one size.
 */
export function layoutFigure(input: LayoutInput): FigureLayout {
  const parts = figureParts(input)
  const { frame, head, textWidth, titleLineCount } = parts
  const { left, width } = frame
  const rows = panelRows(input, parts)
  const grids = gridsIn(input, parts, rows)
  const bottom = bottomOf(parts, rows)
  const { captions, height } = below(input, parts, grids)
  const titleTop = bottom + parts.depth + LABEL_GAP
  const legendTop = titleTop + titleLineCount * lineHeight(AXIS_TITLE) + BLOCK_GAP
  const legend = legendLayout(input.text.legend, left, legendTop, textWidth)
  const area = { x: left, y: rows.top, width: frame.plotsWidth, height: bottom - rows.top }
  return {
    width,
    height: Math.ceil(bottom + height),
    title: head.title,
    subtitle: head.subtitle,
    plots: mapPlots(grids, (grid, index) => ({
      grid,
      ...(index === 0 && { layerTitle: layerTitle(input, area) }),
      ...plotParts(input, parts, { grid, index, rows }),
    })),
    legend: legend.items,
    captions: textLines(captions, left, legendTop + legend.height, CAPTION),
    ...(input.colorBar === undefined
      ? {}
      : { colorBar: colorBarLayout(input.colorBar, input.text, frame.colorBarLeft, area) }),
  }
}

/** Returns the rows of the plots, as high as possible with the legend and the captions below them. */
function panelRows(input: LayoutInput, parts: FigureParts): PanelRows {
  const { head, above } = parts
  const top = Math.ceil(head.bottom + BLOCK_GAP + above)
  const rowsAt = (height: number): PanelRows => ({ top, height, pitch: height + rowGap(parts) })
  const heightAt = (rows: PanelRows): number => {
    return plotHeightOf(input, parts, top + below(input, parts, gridsIn(input, parts, rows)).height)
  }
  // Lower plots may need one more caption, which makes them lower still, but never one less: two passes are enough.
  const guess = heightAt(rowsAt(input.size.height))
  return rowsAt(heightAt(rowsAt(guess)))
}

/** Returns the distance from the plots of one row to those of the next. */
function rowGap({ isShared, depth, titleLineCount, above }: FigureParts): number {
  const axis = depth + LABEL_GAP + titleLineCount * lineHeight(AXIS_TITLE) + BLOCK_GAP
  return Math.ceil(above + (isShared ? ROW_GAP : axis))
}

function plotHeightOf({ plots, size }: LayoutInput, parts: FigureParts, outside: number): number {
  const rowCount = rowCountOf(parts)
  const between = (rowCount - 1) * rowGap(parts)
  const available = Math.floor((size.height - outside - between) / rowCount)
  const layerCount = Math.max(...plots.map(({ matrix }) => matrix.layerCount))
  const most = Math.max(MIN_PLOT_HEIGHT * 1.5, layerCount * MAX_CELL_HEIGHT)
  const least = plots.length === 1 ? MIN_PLOT_HEIGHT : MIN_PANEL_HEIGHT
  return Math.max(least, Math.min(available, most))
}

function rowCountOf({ panels }: FigureParts): number {
  return Math.max(...panels.map(({ row }) => row)) + 1
}

function bottomOf(parts: FigureParts, { top, pitch, height }: PanelRows): number {
  return top + (rowCountOf(parts) - 1) * pitch + height
}

function gridsIn(
  { size, isUpward, windows = {} }: LayoutInput,
  { panels, frame }: FigureParts,
  rows: PanelRows,
): Plots<PlotGrid> {
  const options = { isUpward, pixelRatio: size.pixelRatio, windows }
  return mapPlots(panels, (panel) =>
    plotGrid(panel.plot.matrix, panelRect(panel, frame, rows), options),
  )
}

/** The captions, and the height of all that is below the lowest plots. */
interface Below {
  readonly captions: readonly string[]
  readonly height: number
}

function below(input: LayoutInput, parts: FigureParts, grids: Plots<PlotGrid>): Below {
  const { depth, titleLineCount, textWidth, frame } = parts
  const captions = input.text
    .captions(grids)
    .flatMap((each) => wrapText(each, textWidth, CAPTION, 3))
  const axis = depth + LABEL_GAP + titleLineCount * lineHeight(AXIS_TITLE) + BLOCK_GAP
  const legend = legendLayout(input.text.legend, frame.left, 0, textWidth)
  return { captions, height: axis + legend.height + captions.length * lineHeight(CAPTION) + PAD }
}

function layerTitle({ text }: LayoutInput, { y, height }: Rect): TextLine {
  return {
    x: PAD + AXIS_TITLE.fontSize,
    y: y + height / 2,
    text: shorten(text.layerTitle, height, AXIS_TITLE),
  }
}

interface PlacedPlot {
  readonly grid: PlotGrid
  readonly index: number
  readonly rows: PanelRows
}

/** Returns the parts around one plot. */
function plotParts(
  input: LayoutInput,
  { panels, panelTitles, labels, tokenTitles, frame, depth }: FigureParts,
  { grid, index, rows }: PlacedPlot,
): Omit<PlotLayout, 'grid' | 'layerTitle'> {
  const panel = panels[index] ?? panels[0]
  const { plot, row, column } = panel
  const top = rows.top + row * rows.pitch
  const title = panelTitles[index] ?? []
  const titleTop = top - stripSizes(plot, input.size).above - title.length * lineHeight(PANEL_TITLE)
  const isLabelled = column === 0 || !sharesLayers(input.plots.map(({ matrix }) => matrix))
  const axisTop = top + rows.height + depth + LABEL_GAP
  return {
    title: textLines(title, grid.plot.x, titleTop - TITLE_GAP, PANEL_TITLE),
    strips: stripsLayout(plot, grid, input.size),
    layerLabels: isLabelled ? layerLabels(grid, plot.matrix, frame.layerLabelWidth) : [],
    tokenLabels: labels[index] ?? labels[0],
    tokenTitle: (tokenTitles[index] ?? []).map(({ x, title: text, note }, k) => ({
      x,
      title: text,
      note,
      y: axisTop + k * lineHeight(AXIS_TITLE) + AXIS_TITLE.fontSize,
    })),
  }
}
