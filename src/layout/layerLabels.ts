import { layerOfRow, type Matrix } from '../tensor/Matrix'
import { layerLabel, type Tensor } from '../tensor/Tensor'
import { visibleProse } from '../text/visibleText'
import { type LayoutStyle } from './LayoutStyle'
import { rowCenter, type PlotGrid } from './PlotGrid'
import { shorten } from './shorten'
import { widthOf, type TextStyle } from './TextStyle'
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

/** Number of labels that are measured. Of more labels, as many at equal steps. */
const MOST_MEASURED = 1000

/**
 * Returns the width of the labels of all layers in CSS pixels, at most `maxWidth`. It does not depend on the visible
 * part. Of very many labels, some may be wider; they are shortened.
 */
export function layerLabelsWidth(
  { tensor, layerCount }: Matrix,
  maxWidth: number,
  tick: TextStyle,
): number {
  const count = Math.min(layerCount, MOST_MEASURED)
  let width = 0
  for (let k = 1; k <= count && width < maxWidth; k++) {
    // The last layer is among them: where layers are numbered, its number is the widest.
    const layer = Math.round((k * layerCount) / count) - 1
    width = Math.max(width, widthOf(layerText(tensor, layer), tick))
  }
  return Math.min(width, maxWidth)
}

/** Returns the labels of the visible rows, thinned to every 2nd, 5th, 10th … row if they would overlap. */
export function layerLabels(
  grid: PlotGrid,
  matrix: Matrix,
  maxWidth: number,
  { tick, layerSpacing }: LayoutStyle,
): readonly LayerLabel[] {
  const { start, span } = grid.layers
  const stride = roundUp((layerSpacing * span) / grid.plot.height)
  const first = stride * Math.ceil(Math.max(0, start - 0.5) / stride)
  const end = Math.min(matrix.layerCount, start + span)
  const labels: LayerLabel[] = []
  for (let rowIndex = first; rowIndex + 0.5 <= end; rowIndex += stride) {
    const fullText = layerText(matrix.tensor, layerOfRow(matrix, rowIndex))
    const text = shorten(fullText, maxWidth, tick)
    const label = { rowIndex, y: rowCenter(grid, rowIndex), text }
    labels.push(text === fullText ? label : { ...label, fullText })
  }
  return labels
}

/** Returns the label of a layer, visible and valid. */
function layerText(tensor: Tensor, layerIndex: number): string {
  return visibleProse(layerLabel(tensor, layerIndex))
}
