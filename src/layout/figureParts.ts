import { figureHead, type FigureHead } from './figureHead'
import { horizontalFrame, type HorizontalFrame } from './horizontalFrame'
import { mapPlots, styleOf, type LayoutInput, type PlotText, type Plots } from './LayoutInput'
import { type LayoutStyle } from './LayoutStyle'
import { panelLabels } from './panelLabels'
import { panelTitlesOf } from './panelTitlesOf'
import { panelColumns, panelsOf, type Panel } from './panelsOf'
import { sharesColumns } from './sharesColumns'
import { shorten } from './shorten'
import { stripSizes } from './stripsLayout'
import { lineHeight, widthOf } from './TextStyle'
import { type TokenLabels } from './tokenLabels'

/** Gap between a panel and its title, in CSS pixels. */
export const TITLE_GAP = 4

/** The parts of a figure that do not depend on the height of its plots. */
export interface FigureParts {
  readonly style: LayoutStyle
  readonly frame: HorizontalFrame
  /** Largest width of titles, legend and captions. */
  readonly textWidth: number
  readonly head: FigureHead
  readonly panels: Plots<Panel>
  readonly labels: Plots<TokenLabels>
  /** Largest depth of the labels, in CSS pixels. */
  readonly depth: number
  /** The lines of each plot's token title; their y is not set yet. */
  readonly tokenTitles: Plots<readonly AxisTitleLine[]>
  /** Largest number of lines of a token title in the last row of plots, and in the rows above. */
  readonly titleLineCount: number
  readonly innerLineCount: number
  readonly panelTitles: Plots<readonly string[]>
  /** Height of the titles and strips above a row of plots. */
  readonly above: number
  /** Whether the plots share their columns. */
  readonly isShared: boolean
  /** Number of rows of plots. */
  readonly rowCount: number
}

/** A line of the token axis' title, centered at x: the title, its note, or both. */
export interface AxisTitleLine {
  readonly x: number
  readonly y: number
  readonly title: string
  readonly note: string
  /** Title and note as a whole; absent unless one of them is shortened. */
  readonly whole?: Pick<AxisTitleLine, 'title' | 'note'>
}

/** Returns the parts of a figure that can be placed before the height of its plots is known. */
export function figureParts(input: LayoutInput): FigureParts {
  const own = ownParts(input)
  if (input.other === undefined) return own
  const other = ownParts({ ...input.other, other: input })
  return {
    ...own,
    head: { ...own.head, bottom: Math.max(own.head.bottom, other.head.bottom) },
    depth: Math.max(own.depth, other.depth),
    titleLineCount: Math.max(own.titleLineCount, other.titleLineCount),
  }
}

/** Returns the parts of a figure, without the room that the figure with which it takes turns needs below and above. */
function ownParts(input: LayoutInput): FigureParts {
  const columnCount = panelColumns(input)
  const frame = horizontalFrame(input, columnCount)
  const panels = panelsOf(input, columnCount)
  const labels = panelLabels(input, panels, frame)
  const style = styleOf(input.size)
  const textWidth = frame.width - frame.left - style.pad
  const isShared = sharesColumns(input.plots.map(({ matrix }) => matrix))
  const panelTitles = panelTitlesOf(input, frame, columnCount)
  const tokenTitles = tokenTitlesOf(panels, frame, isShared, style)
  const panelTitleLines = Math.max(...panelTitles.map((lines) => lines.length))
  return {
    style,
    frame,
    textWidth,
    head: figureHead(input, frame, textWidth),
    panels,
    labels,
    depth: Math.max(
      ...labels.map(({ depth }) => depth),
      // The ticks of a profile stand below its panel, also where the labels of the plot are shorter.
      input.plots.some(({ profile }) => profile !== undefined) ? style.tokenDepth : 0,
    ),
    tokenTitles,
    titleLineCount: mostLines(tokenTitles, (index) => panels[index]?.isInLastRow === true),
    innerLineCount: mostLines(tokenTitles, (index) => panels[index]?.isInLastRow === false),
    panelTitles,
    above:
      Math.max(...input.plots.map((plot) => stripSizes(plot, input.size).above)) +
      (panelTitleLines === 0 ? 0 : panelTitleLines * lineHeight(style.panelTitle) + TITLE_GAP),
    isShared,
    rowCount: Math.max(...panels.map(({ row }) => row)) + 1,
  }
}

function mostLines(
  titles: Plots<readonly AxisTitleLine[]>,
  isCounted: (index: number) => boolean,
): number {
  return Math.max(0, ...titles.map((lines, index) => (isCounted(index) ? lines.length : 0)))
}

/** Returns a title for each plot, or only for the last one if the plots share their columns. */
function tokenTitlesOf(
  panels: Plots<Panel>,
  frame: HorizontalFrame,
  isShared: boolean,
  style: LayoutStyle,
): Plots<readonly AxisTitleLine[]> {
  const { left, plotWidth, plotsWidth, pitch, width, gap } = frame
  const { pad } = style
  const linesIn = style.hasOneTitleLine ? axisTitleLine : axisTitleLines
  return mapPlots(panels, ({ plot, column, widthShare, isInLastRow }, index) => {
    if (isShared || panels.length === 1) {
      if (index < panels.length - 1) return []
      const center = left + plotsWidth / 2
      return linesIn(plot.text, center, 2 * Math.min(center - pad, width - pad - center), style)
    }
    // The titles of panels are the same, and their notes are not.
    const text = isInLastRow ? plot.text : { ...plot.text, tokenTitle: '' }
    const start = left + column * pitch
    const lines = linesIn(text, start + (plotWidth * widthShare) / 2, plotWidth + gap / 2, style)
    const widest = Math.max(0, ...lines.map((line) => lineWidth(line, style)))
    const least = start + widest / 2 - gap / 4
    return lines.map(({ x, y, title, note }) => ({ x: Math.max(x, least), y, title, note }))
  })
}

function lineWidth({ title, note }: AxisTitleLine, { axisTitle, axisNote }: LayoutStyle): number {
  return widthOf(title, axisTitle) + widthOf(title === '' ? note : ` ${note}`, axisNote)
}

/**
 * Returns title and note in one line if it is at most `maxWidth` CSS pixels wide, else in two; none if both are empty.
 * Their y is 0: the caller sets it.
 */
function axisTitleLines(
  { tokenTitle, tokenNote, shortNote = tokenNote }: PlotText,
  center: number,
  maxWidth: number,
  { axisTitle, axisNote }: LayoutStyle,
): readonly AxisTitleLine[] {
  if (tokenTitle === '' && tokenNote === '') return []
  const width = widthOf(`${tokenTitle} `, axisTitle) + widthOf(tokenNote, axisNote)
  if (tokenNote === '' || width <= maxWidth) {
    const title = shorten(tokenTitle, maxWidth, axisTitle)
    return [{ x: center, y: 0, title, note: tokenNote }]
  }
  const note = widthOf(tokenNote, axisNote) <= maxWidth ? tokenNote : shortNote
  const lines = [
    { x: center, y: 0, title: shorten(tokenTitle, maxWidth, axisTitle), note: '' },
    { x: center, y: 0, title: '', note: shorten(note, maxWidth, axisNote) },
  ]
  return tokenTitle === '' ? lines.slice(1) : lines
}

/** Returns the line of title and note that fits: the title is shortened rather than the way that the axis runs lost. */
function axisTitleLine(
  { tokenTitle, tokenNote, shortNote = tokenNote }: PlotText,
  center: number,
  maxWidth: number,
  { axisTitle, axisNote }: LayoutStyle,
): readonly AxisTitleLine[] {
  if (tokenTitle === '' && tokenNote === '') return []
  const roomBeside = (note: string): number =>
    maxWidth - widthOf(note === '' ? '' : ` ${note}`, axisNote)
  const note = [tokenNote, shortNote].find(
    (each) => widthOf(tokenTitle, axisTitle) <= roomBeside(each),
  )
  const kept = note ?? shorten(shortNote, maxWidth / 2, axisNote)
  const title = shorten(tokenTitle, roomBeside(kept), axisTitle)
  const isWhole = title === tokenTitle && (note !== undefined || kept === shortNote)
  return [
    {
      x: center,
      y: 0,
      title,
      note: kept,
      ...(!isWhole && { whole: { title: tokenTitle, note: tokenNote } }),
    },
  ]
}
