import { axisTitleLines, type AxisTitleLine } from './axisTitle'
import { type FigureLayout, type LayoutInput } from './FigureLayout'
import { horizontalFrame, type HorizontalFrame } from './horizontalFrame'
import { lineHeight, PAD, PANEL_TITLE, SUBTITLE, TITLE } from './metrics'
import { panelColumns } from './panelColumns'
import { panelLabels } from './panelLabels'
import { panelsOf, type Panel } from './panels'
import { mapPlots, type Plots } from './Plots'
import { sharesColumns } from './sharedAxes'
import { stripSizes } from './stripsLayout'
import { textLines } from './textLines'
import { type TokenLabels } from './tokenLabels'
import { wrapText } from './wrapText'

/** Between a panel and its title. */
export const TITLE_GAP = 4

/** All of a figure that does not depend on how high its plots are. */
export interface FigureParts {
  readonly frame: HorizontalFrame
  readonly textWidth: number
  readonly head: Head
  readonly panels: Plots<Panel>
  readonly labels: Plots<TokenLabels>
  /** Most depth of them, in CSS pixels. */
  readonly depth: number
  /** By plot, without their heights. */
  readonly tokenTitles: Plots<readonly AxisTitleLine[]>
  /** Most lines of them. */
  readonly titleLineCount: number
  readonly panelTitles: Plots<readonly string[]>
  /** Room of the titles and strips above a row of plots. */
  readonly above: number
  readonly isShared: boolean
}

/** Returns what of a figure can be placed before its height is known. */
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

interface Head extends Pick<FigureLayout, 'title' | 'subtitle'> {
  readonly bottom: number
}

function headOf({ text }: LayoutInput, left: number, textWidth: number): Head {
  const title = textLines(wrapText(text.title, textWidth, TITLE, 2), left, PAD, TITLE)
  const top = PAD + title.length * lineHeight(TITLE)
  const subtitle = textLines(wrapText(text.subtitle, textWidth, SUBTITLE, 2), left, top, SUBTITLE)
  return { title, subtitle, bottom: top + subtitle.length * lineHeight(SUBTITLE) }
}

/** Below each plot; where the columns are shared, once below all. */
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
