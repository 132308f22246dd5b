import { horizontalFrame, type HorizontalFrame } from './horizontalFrame'
import { mapPlots, PAD, type LayoutInput, type Plots } from './LayoutInput'
import { panelLabels } from './panelLabels'
import { panelColumns, panelsOf, type Panel } from './panelsOf'
import { sharesColumns } from './sharesColumns'
import { shorten, textLines, wrapText, type TextLine } from './shorten'
import { stripSizes } from './stripsLayout'
import { AXIS_TITLE, lineHeight, PANEL_TITLE, SUBTITLE, TITLE, widthOf } from './TextStyle'
import { type TokenLabels } from './tokenLabels'

/** Gap between a panel and its title, in CSS pixels. */
export const TITLE_GAP = 4

/** The parts of a figure that do not depend on the height of its plots. */
export interface FigureParts {
  readonly frame: HorizontalFrame
  /** Largest width of titles, legend and captions. */
  readonly textWidth: number
  readonly head: Head
  readonly panels: Plots<Panel>
  readonly labels: Plots<TokenLabels>
  /** Largest depth of the labels, in CSS pixels. */
  readonly depth: number
  /** The lines of each plot's token title; their y is not set yet. */
  readonly tokenTitles: Plots<readonly AxisTitleLine[]>
  /** Largest number of lines of a token title. */
  readonly titleLineCount: number
  readonly panelTitles: Plots<readonly string[]>
  /** Height of the titles and strips above a row of plots. */
  readonly above: number
  /** Whether the plots share their columns. */
  readonly isShared: boolean
}

/** Title and subtitle of the figure, and y of their end. */
interface Head {
  readonly title: readonly TextLine[]
  readonly subtitle: readonly TextLine[]
  readonly bottom: number
}

/** A line of the token axis' title, centered at x: the title, its note, or both. */
export interface AxisTitleLine {
  readonly x: number
  readonly y: number
  readonly title: string
  readonly note: string
}

/** Returns the parts of a figure that can be placed before the height of its plots is known. */
export function figureParts(input: LayoutInput): FigureParts {
  const columnCount = panelColumns(input)
  const frame = horizontalFrame(input, columnCount)
  const panels = panelsOf(input, columnCount)
  const labels = panelLabels(input, panels, frame)
  const textWidth = frame.width - frame.left - PAD
  const isShared = sharesColumns(input.plots.map(({ matrix }) => matrix))
  const panelTitles = mapPlots(input.plots, ({ text }) =>
    input.plots.length === 1 ? [] : wrapText(text.title, frame.plotWidth, PANEL_TITLE, 2),
  )
  const tokenTitles = tokenTitlesOf(panels, frame, isShared)
  const panelTitleLines = Math.max(...panelTitles.map((lines) => lines.length))
  return {
    frame,
    textWidth,
    head: headOf(input, frame.left, textWidth),
    panels,
    labels,
    depth: Math.max(...labels.map(({ depth }) => depth)),
    tokenTitles,
    titleLineCount: Math.max(...tokenTitles.map((lines) => lines.length)),
    panelTitles,
    above:
      Math.max(...input.plots.map((plot) => stripSizes(plot, input.size).above)) +
      (panelTitleLines === 0 ? 0 : panelTitleLines * lineHeight(PANEL_TITLE) + TITLE_GAP),
    isShared,
  }
}

function headOf({ text }: LayoutInput, left: number, textWidth: number): Head {
  const title = textLines(wrapText(text.title, textWidth, TITLE, 2), left, PAD, TITLE)
  const top = PAD + title.length * lineHeight(TITLE)
  const subtitle = textLines(wrapText(text.subtitle, textWidth, SUBTITLE, 2), left, top, SUBTITLE)
  return { title, subtitle, bottom: top + subtitle.length * lineHeight(SUBTITLE) }
}

/** Returns a title for each plot, or only for the last one if the plots share their columns. */
function tokenTitlesOf(
  panels: Plots<Panel>,
  frame: HorizontalFrame,
  isShared: boolean,
): Plots<readonly AxisTitleLine[]> {
  const { left, plotWidth, plotsWidth, pitch, width, gap } = frame
  return mapPlots(panels, ({ plot, column, widthShare }, index) => {
    if (isShared && index < panels.length - 1) return []
    if (isShared) {
      const center = left + plotsWidth / 2
      return axisTitleLines(plot.text, center, 2 * Math.min(center - PAD, width - PAD - center))
    }
    const center = left + column * pitch + (plotWidth * widthShare) / 2
    return axisTitleLines(plot.text, center, plotWidth * widthShare + gap / 2)
  })
}

/**
 * Returns title and note in one line if it is at most `maxWidth` CSS pixels wide, else in two; none if both are empty.
 * Their y is 0: the caller sets it.
 */
function axisTitleLines(
  text: { readonly tokenTitle: string; readonly tokenNote: string },
  center: number,
  maxWidth: number,
): readonly AxisTitleLine[] {
  const { tokenTitle, tokenNote } = text
  if (tokenTitle === '' && tokenNote === '') return []
  const width = widthOf(`${tokenTitle} `, AXIS_TITLE) + widthOf(tokenNote, SUBTITLE)
  if (tokenNote === '' || width <= maxWidth) {
    const title = shorten(tokenTitle, maxWidth, AXIS_TITLE)
    return [{ x: center, y: 0, title, note: tokenNote }]
  }
  return [
    { x: center, y: 0, title: shorten(tokenTitle, maxWidth, AXIS_TITLE), note: '' },
    { x: center, y: 0, title: '', note: shorten(tokenNote, maxWidth, SUBTITLE) },
  ]
}
