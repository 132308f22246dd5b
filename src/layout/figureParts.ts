import { figureHead, type FigureHead } from './figureHead'
import { horizontalFrame, type HorizontalFrame } from './horizontalFrame'
import { styleOf, type LayoutInput, type Plots } from './LayoutInput'
import { type LayoutStyle } from './LayoutStyle'
import { panelLabels } from './panelLabels'
import { panelTitlesOf } from './panelTitlesOf'
import { panelColumns, panelsOf, type Panel } from './panelsOf'
import { sharesColumns } from './sharesColumns'
import { stripSizes } from './stripsLayout'
import { lineHeight } from './TextStyle'
import { type TokenLabels } from './tokenLabels'
import { tokenTitles, type AxisTitleLine } from './tokenTitles'

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
  const titles = tokenTitles(panels, frame, isShared, style)
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
    tokenTitles: titles,
    titleLineCount: mostLines(titles, (index) => panels[index]?.isInLastRow === true),
    innerLineCount: mostLines(titles, (index) => panels[index]?.isInLastRow === false),
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
