import { layerOfRow, type Matrix } from '../tensor/Matrix'
import { type LayoutStyle } from './LayoutStyle'
import { rowCenter, type PlotGrid } from './PlotGrid'
import { shortenTogether } from './shorten'
import { widthOf, type TextStyle } from './TextStyle'
import { roundUp } from './tokenLabels'
import { rowText } from './tokenLabelText'

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
export function layerLabelsWidth(matrix: Matrix, maxWidth: number, tick: TextStyle): number {
  const { layerCount } = matrix
  const textOf = rowText(matrix)
  const count = Math.min(layerCount, MOST_MEASURED)
  let width = 0
  for (let k = 1; k <= count && width < maxWidth; k++) {
    // The last layer is among them: where layers are numbered, its number is the widest.
    const layer = Math.round((k * layerCount) / count) - 1
    width = Math.max(width, widthOf(textOf(layer), tick))
  }
  return Math.min(width, maxWidth)
}

/**
 * Returns the labels of the visible rows, thinned to every 2nd, 5th, 10th … row and the last one if they would overlap.
 */
export function layerLabels(
  grid: PlotGrid,
  matrix: Matrix,
  maxWidth: number,
  { tick, layerSpacing }: LayoutStyle,
): readonly LayerLabel[] {
  const rows = labelledRows(grid, matrix.layerCount, layerSpacing)
  const textOf = rowText(matrix)
  const fullTexts = rows.map((rowIndex) => textOf(layerOfRow(matrix, rowIndex)))
  const texts = shortenTogether(fullTexts, () => maxWidth, tick)
  return rows.flatMap((rowIndex, k) => {
    const [text = '', fullText = ''] = [texts[k], fullTexts[k]]
    const label = { rowIndex, y: labelCenter(grid, rowIndex, matrix.layerCount - 1), text }
    return [text === fullText ? label : { ...label, fullText }]
  })
}

/** Least distance of the middle of the last layer's label from the lower end of the plot, in CSS pixels. */
const LAST_ABOVE = 4

/** Returns y of a label: the middle of its row, but the last layer's label does not reach the labels of the tokens. */
function labelCenter(grid: PlotGrid, rowIndex: number, last: number): number {
  const center = rowCenter(grid, rowIndex)
  const { y, height } = grid.plot
  return rowIndex !== last || last === 0 ? center : Math.min(center, y + height - LAST_ABOVE)
}

/**
 * Returns the visible rows at multiples of the stride with which labels do not overlap, and the last row in place of
 * those that it would touch.
 */
function labelledRows(grid: PlotGrid, layerCount: number, spacing: number): readonly number[] {
  const { start, span } = grid.layers
  const stride = roundUp((spacing * span) / grid.plot.height)
  const end = Math.min(layerCount, start + span)
  const rows: number[] = []
  const first = stride * Math.ceil(Math.max(0, start - 0.5) / stride)
  for (let rowIndex = first; rowIndex + 0.5 <= end; rowIndex += stride) rows.push(rowIndex)
  const last = layerCount - 1
  const touches = (rowIndex: number): boolean =>
    Math.abs(rowCenter(grid, rowIndex) - rowCenter(grid, last)) < spacing
  if (last < 0 || rows.at(-1) === last || last + 0.5 > end || touches(0)) return rows
  return [...rows.filter((rowIndex) => !touches(rowIndex)), last]
}
