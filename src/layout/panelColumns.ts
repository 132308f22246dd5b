import { type LayoutInput } from './FigureLayout'
import { horizontalFrame, MIN_PANEL_WIDTH } from './horizontalFrame'
import { sharesColumns } from './sharedAxes'
import { stripSizes } from './stripsLayout'

/** Least height of one panel of several, in CSS pixels. */
export const MIN_PANEL_HEIGHT = 60
/** Usual height of all but the plots, and of what stands between two rows of panels with the labels below each, or without. */
const OUTER_HEIGHT = 200
const LABELLED_ROW = 110
const BARE_ROW = 30

/**
 * Returns how many panels stand side by side: as many as make the shorter side of a cell longest. It goes by the whole
 * matrices, so that panels keep their places in a zoom.
 */
export function panelColumns(input: LayoutInput): number {
  const { plots, size } = input
  const matrices = plots.map(({ matrix }) => matrix)
  const columnCount = Math.max(1, ...matrices.map((matrix) => matrix.columnCount))
  const layerCount = Math.max(1, ...matrices.map((matrix) => matrix.layerCount))
  const above = Math.max(...plots.map((plot) => stripSizes(plot, size).above))
  const between = above + (sharesColumns(matrices) ? BARE_ROW : LABELLED_ROW)
  const candidates = plots.flatMap((_, index) => {
    const panelCount = index + 1
    const frame = horizontalFrame(input, panelCount)
    const isTooWide = frame.plotWidth <= MIN_PANEL_WIDTH && frame.width > size.width
    if (panelCount > 1 && isTooWide) return []
    const rowCount = Math.ceil(plots.length / panelCount)
    const height = (size.height - OUTER_HEIGHT - above - (rowCount - 1) * between) / rowCount
    const shown = Math.max(MIN_PANEL_HEIGHT, height)
    // Rows that do not fit make the figure higher than its room: the fewer, the better.
    const side = Math.min(frame.plotWidth / columnCount, shown / layerCount)
    return [{ panelCount, side: height < MIN_PANEL_HEIGHT ? panelCount - plots.length : side }]
  })
  return candidates.reduce((best, each) => (each.side > best.side ? each : best)).panelCount
}
