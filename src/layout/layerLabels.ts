import { rowCenter, type PlotGrid } from './PlotGrid'
import { shorten, widthOf } from './shorten'
import { TICK } from './metrics'
import { roundUp } from './tokenLabels'

export interface LayerLabel {
  readonly rowIndex: number
  readonly y: number
  readonly text: string
  readonly fullText?: string
}

const MIN_SPACING = 15

/** Width in CSS pixels that the labels take, at most `maxWidth`. */
export function layerLabelsWidth(labels: readonly string[], maxWidth: number): number {
  return labels.reduce((max, label) => Math.min(maxWidth, Math.max(max, widthOf(label, TICK))), 0)
}

/** Labels of the rows from row 0 on, thinned to every 2nd, 5th, 10th … where they would overlap. */
export function layerLabels(
  grid: PlotGrid,
  labels: readonly string[],
  maxWidth: number,
): readonly LayerLabel[] {
  const { start, span } = grid.layers
  const stride = roundUp((MIN_SPACING * span) / grid.plot.height)
  return labels.flatMap((fullText, rowIndex) => {
    const isVisible = rowIndex + 0.5 >= start && rowIndex + 0.5 <= start + span
    if (rowIndex % stride !== 0 || !isVisible) return []
    const text = shorten(fullText, maxWidth, TICK)
    const label = { rowIndex, y: rowCenter(grid, rowIndex), text }
    return [text === fullText ? label : { ...label, fullText }]
  })
}
