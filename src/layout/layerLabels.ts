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

/** The room of the labels of the layers, in CSS pixels. */
interface LayerLabelRoom {
  readonly maxWidth: number
  /** Distance from the plot to the labels of the tokens; default none. */
  readonly tokenTop?: number
}

/**
 * Returns the labels of the visible rows, thinned to every 2nd, 5th, 10th … row and the last one if they would overlap.
 */
export function layerLabels(
  grid: PlotGrid,
  matrix: Matrix,
  { maxWidth, tokenTop = Infinity }: LayerLabelRoom,
  { tick, layerSpacing }: LayoutStyle,
): readonly LayerLabel[] {
  const lowest = grid.plot.y + grid.plot.height + tokenTop - tick.fontSize / 2
  // The lowest label does not reach those of the tokens.
  const centerOf = (rowIndex: number): number => Math.min(rowCenter(grid, rowIndex), lowest)
  const rows = labelledRows(grid, matrix.layerCount, layerSpacing, centerOf)
  const textOf = rowText(matrix)
  const fullTexts = rows.map((rowIndex) => textOf(layerOfRow(matrix, rowIndex)))
  const texts = shortenTogether(fullTexts, () => maxWidth, tick)
  return rows.flatMap((rowIndex, k) => {
    const [text = '', fullText = ''] = [texts[k], fullTexts[k]]
    const label = { rowIndex, y: centerOf(rowIndex), text }
    return [text === fullText ? label : { ...label, fullText }]
  })
}

/**
 * Returns the visible rows at multiples of the stride with which labels do not overlap, and the last row. The first and
 * the last one stand in place of those that they would touch.
 */
function labelledRows(
  { layers, plot }: PlotGrid,
  layerCount: number,
  spacing: number,
  centerOf: (rowIndex: number) => number,
): readonly number[] {
  const { start, span } = layers
  const stride = roundUp((spacing * span) / plot.height)
  const end = Math.min(layerCount, start + span)
  const first = stride * Math.ceil(Math.max(0, start - 0.5) / stride)
  const touches = (row: number, other: number): boolean =>
    Math.abs(centerOf(row) - centerOf(other)) < spacing
  const rows: number[] = []
  for (let row = first; row + 0.5 <= end; row += stride) {
    if (row === first || !touches(row, first)) rows.push(row)
  }
  const last = layerCount - 1
  if (last < 0 || last + 0.5 > end || touches(0, last)) return rows
  return [...rows.filter((row) => !touches(row, last)), last]
}
