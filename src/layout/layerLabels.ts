import { layerOfRow, type Matrix } from '../tensor/Matrix'
import { layerLabel } from '../tensor/Tensor'
import { visibleProse } from '../text/visibleText'
import { rowCenter, type PlotGrid } from './PlotGrid'
import { shorten } from './shorten'
import { TICK, widthOf } from './TextStyle'
import { roundUp } from './tokenLabels'

/** A label of the layer axis, at the middle of its row. */
export interface LayerLabel {
  readonly rowIndex: number
  readonly y: number
  /** As drawn: shortened if it is too long. */
  readonly text: string
  /** The whole text; absent unless `text` is shortened. */
  readonly fullText?: string
}

const MIN_SPACING = 15

/** Returns the labels of all layers, visible and valid, row 0 first. */
export function layerTexts(matrix: Matrix): readonly string[] {
  return Array.from({ length: matrix.layerCount }, (_, rowIndex) => {
    return visibleProse(layerLabel(matrix.tensor, layerOfRow(matrix, rowIndex)))
  })
}

/** Returns the width of the labels in CSS pixels, at most `maxWidth`. */
export function layerLabelsWidth(labels: readonly string[], maxWidth: number): number {
  return labels.reduce((max, label) => Math.min(maxWidth, Math.max(max, widthOf(label, TICK))), 0)
}

/** Returns the labels of the visible rows, thinned to every 2nd, 5th, 10th … row if they would overlap. */
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
