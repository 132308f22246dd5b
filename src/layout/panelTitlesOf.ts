import { type HorizontalFrame } from './horizontalFrame'
import { mapPlots, styleOf, type LayoutInput, type Plots } from './LayoutInput'
import { wrapText } from './shorten'

/** Most lines of a panel's title: beside another panel in one column of a paper, file and query need three. */
const MOST_LINES = 3

/** Least space between the titles of two panels, in CSS pixels. */
const SPACE = 12

/**
 * Returns the lines of each panel's title, which is as wide as the plots, and as the gap beside them up to the next
 * title; none if there is one plot. `columnCount` is the number of panels side by side.
 */
export function panelTitlesOf(
  { plots, size }: LayoutInput,
  { width, left, pitch, plotWidth }: HorizontalFrame,
  columnCount: number,
): Plots<readonly string[]> {
  const { pad, panelTitle } = styleOf(size)
  const room = Math.min(pitch - SPACE, width - pad - left - (columnCount - 1) * pitch)
  return mapPlots(plots, ({ text }) =>
    plots.length === 1
      ? []
      : wrapText(text.title, Math.max(plotWidth, room), panelTitle, MOST_LINES),
  )
}
