import { colorBarLayout } from './colorBarLayout'
import { type FigureLayout, type PlotLayout } from './FigureLayout'
import { figureParts, TITLE_GAP, type FigureParts } from './figureParts'
import { type LayoutStyle } from './LayoutStyle'
import { layerLabels } from './layerLabels'
import { mapPlots, alignedUp, type LayoutInput, type PlotInput, type Plots } from './LayoutInput'
import { legendLayout } from './legendLayout'
import { panelRect, type PanelRows } from './panelsOf'
import { plotGrid, wholeGrid, type PlotGrid, type Rect } from './PlotGrid'
import { plotHeight } from './plotHeight'
import { sharesLayers } from './sharesColumns'
import { fitted, textLines, wrapText, type TextLine } from './shorten'
import { ownBarGap, ownBarInput, stripSizes, stripsLayout } from './stripsLayout'
import { lineHeight } from './TextStyle'
import { type TokenLabels } from './tokenLabels'

/** Gap below a row of plots without labels, in which the lowest tick of a profile has room. */
const ROW_GAP = 16

/**
 * Lays out a figure. The plots fill the part of the size that titles, labels, legend and captions leave. Two or more
 * plots are panels in rows and columns, whose cells have one size.
 */
export function layoutFigure(input: LayoutInput): FigureLayout {
  const parts = figureParts(input)
  const { style, frame, head, textWidth, titleLineCount } = parts
  const { left, width } = frame
  const rows = panelRows(input, parts)
  const grids = gridsIn(input, parts, rows)
  const bottom = bottomOf(parts, rows)
  const { captions, wholeCaption, height } = below(input, parts, grids)
  const titleTop = bottom + parts.depth + style.titleGap
  const legendTop = titleTop + titleLineCount * lineHeight(style.axisTitle) + style.blockGap
  const room = { maxWidth: textWidth, caption: style.caption }
  const legend = legendLayout(input.text.legend, left, legendTop, room)
  const area = { x: left, y: rows.top, width: frame.plotsWidth, height: bottom - rows.top }
  const bar = { left: frame.colorBarLeft, plot: barArea(input, area), title: head.barTitle }
  return {
    style,
    width,
    height: heightOf(input, bottom + height),
    title: head.title,
    subtitle: head.subtitle,
    grid: wholeGrid(grids),
    plots: mapPlots(grids, (grid, index) => ({
      grid,
      ...(index === 0 && { layerTitle: layerTitle(input, parts, area) }),
      ...plotParts(input, parts, { grid, index, rows }),
    })),
    legend: legend.items,
    captions: textLines(
      captions,
      { x: left, top: legendTop + legend.height, whole: wholeCaption },
      style.caption,
    ),
    ...(input.colorBar === undefined
      ? {}
      : { colorBar: colorBarLayout(input.colorBar, input, bar) }),
  }
}

/** Most height of a color bar beside rows of panels that do not fit the size of the figure, in CSS pixels. */
const MOST_BAR = 480

/** Returns the area whose height the color bar has: that of all plots, if they fit. */
function barArea({ size }: LayoutInput, area: Rect): Rect {
  if (size.paper !== undefined) return area
  return { ...area, height: Math.min(area.height, Math.max(MOST_BAR, size.height - area.y)) }
}

/** Returns the height of the figure. On paper a given height is exact, unless the figure needs more. */
function heightOf({ size: { paper, height } }: LayoutInput, needed: number): number {
  return paper?.isHeightGiven === true ? Math.max(height, needed) : Math.ceil(needed)
}

/** Returns the rows of the plots, as high as possible with the legend and the captions below them. */
function panelRows(input: LayoutInput, parts: FigureParts): PanelRows {
  const { head, above, style } = parts
  const top = alignedUp(head.bottom + style.blockGap + above, input.size)
  const gap = rowGap(input, parts)
  const rowsAt = (height: number): PanelRows => ({ top, height, pitch: height + gap })
  const heightAt = (rows: PanelRows): number => {
    const outside = top + below(input, parts, gridsIn(input, parts, rows)).height
    return plotHeight(input, parts, { outside, gap })
  }
  // Lower plots may need one more caption, which makes them lower still, but never one less: two passes are enough.
  const guess = heightAt(rowsAt(input.size.height))
  return rowsAt(heightAt(rowsAt(guess)))
}

/** Returns the distance from the plots of one row to those of the next. */
function rowGap(
  { size }: LayoutInput,
  { isShared, depth, innerLineCount, above, style }: FigureParts,
): number {
  const axis =
    depth + style.titleGap + innerLineCount * lineHeight(style.axisTitle) + style.blockGap
  return alignedUp(above + (isShared ? ROW_GAP : axis), size)
}

function bottomOf({ rowCount }: FigureParts, { top, pitch, height }: PanelRows): number {
  return top + (rowCount - 1) * pitch + height
}

function gridsIn(
  { size: { pixelRatio }, isUpward }: LayoutInput,
  { panels, frame }: FigureParts,
  rows: PanelRows,
): Plots<PlotGrid> {
  const gridsLike = (likeBins?: PlotGrid): Plots<PlotGrid> =>
    mapPlots(panels, (panel) => {
      const options = { isUpward, pixelRatio, windows: panel.windows, likeBins }
      return plotGrid(panel.plot.matrix, panelRect(panel, frame, rows, pixelRatio), options)
    })
  const grids = gridsLike()
  // A bin of any panel is as many cells as one of the largest panel.
  return grids.length === 1 ? grids : gridsLike(wholeGrid(grids))
}

/** Most lines of a caption: on a phone, one about the noise floor of means needs five. */
const MOST_LINES = 6

/** The captions, and the height of all that is below the lowest plots. */
interface Below {
  readonly captions: readonly string[]
  /** The captions, of which some may be cut, as one text. */
  readonly wholeCaption: string
  readonly height: number
}

function below(input: LayoutInput, parts: FigureParts, grids: Plots<PlotGrid>): Below {
  const own = ownBelow(input, parts, grids)
  const other = input.other && ownBelow(input.other, parts, grids)
  return { ...own, height: Math.max(own.height, other?.height ?? 0) }
}

function ownBelow(input: LayoutInput, parts: FigureParts, grids: Plots<PlotGrid>): Below {
  const { depth, titleLineCount, textWidth, frame, style } = parts
  const { caption, titleGap, blockGap, axisTitle, pad } = style
  const whole = input.text.captions(grids)
  const linesOf = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((each) => wrapText(each, textWidth, caption, MOST_LINES))
  const captions = linesOf(whole)
  const room = linesOf(input.text.room?.captions(grids) ?? [])
  const legend = legendLayout(input.text.legend, frame.left, 0, { maxWidth: textWidth, caption })
  const axis = depth + titleGap + titleLineCount * lineHeight(axisTitle)
  const lineCount = Math.max(captions.length, room.length)
  const texts = legend.height + lineCount * lineHeight(caption)
  // Without texts below the axis, paper needs no gap before its edge.
  const gap = input.size.paper !== undefined && texts === 0 ? 0 : blockGap
  return { captions, wholeCaption: whole.join(' '), height: axis + gap + texts + pad }
}

function layerTitle(
  { text }: LayoutInput,
  { style: { pad, axisTitle, titleBaseline } }: FigureParts,
  { y, height }: Rect,
): TextLine {
  return {
    x: pad + titleBaseline,
    y: y + height / 2,
    ...fitted(text.layerTitle, height, axisTitle),
  }
}

/** Height of an upright label above its baseline, as a multiple of its font size. */
const UPRIGHT_HEIGHT = 0.85

/** Returns the distance from a plot to the labels of its tokens. */
function tokenTop({ angle }: TokenLabels, { token, tokenGap, tokenBaseline }: LayoutStyle): number {
  return angle === 0 ? tokenBaseline - UPRIGHT_HEIGHT * token.fontSize : tokenGap
}

/** Returns the color bar of a plot with a color scale of its own. */
function ownBar(
  { size }: LayoutInput,
  { colorBar }: PlotInput,
  { plot }: PlotGrid,
): Pick<PlotLayout, 'colorBar'> {
  if (colorBar === undefined) return {}
  const left = plot.x + plot.width + ownBarGap(colorBar, size)
  return { colorBar: colorBarLayout(colorBar, ownBarInput(colorBar, size), { left, plot }) }
}

interface PlacedPlot {
  readonly grid: PlotGrid
  readonly index: number
  readonly rows: PanelRows
}

/** Returns the parts around one plot. */
function plotParts(
  input: LayoutInput,
  { style, panels, panelTitles, labels, tokenTitles, frame, depth }: FigureParts,
  { grid, index, rows }: PlacedPlot,
): Omit<PlotLayout, 'grid' | 'layerTitle'> {
  const panel = panels[index] ?? panels[0]
  const { plot, row, column } = panel
  const top = rows.top + row * rows.pitch
  const title = panelTitles[index] ?? []
  const titleTop =
    top - stripSizes(plot, input.size).above - title.length * lineHeight(style.panelTitle)
  const isLabelled = column === 0 || !sharesLayers(input.plots.map(({ matrix }) => matrix))
  const axisTop = top + rows.height + depth + style.titleGap
  return {
    style,
    title: textLines(
      title,
      { x: grid.plot.x, top: titleTop - TITLE_GAP, whole: plot.text.title },
      style.panelTitle,
    ),
    strips: stripsLayout(plot, grid, input.size),
    ...ownBar(input, plot, grid),
    layerLabels: isLabelled
      ? layerLabels(
          grid,
          plot.matrix,
          {
            maxWidth: frame.layerLabelWidth,
            tokenTop: tokenTop(labels[index] ?? labels[0], style),
          },
          style,
        )
      : [],
    tokenLabels: labels[index] ?? labels[0],
    tokenTitle: (tokenTitles[index] ?? []).map((line, k) =>
      Object.assign({}, line, {
        y: axisTop + k * lineHeight(style.axisTitle) + style.titleBaseline,
      }),
    ),
  }
}
