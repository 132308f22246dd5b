import { type TextInput } from './TextInput'
import { counted } from '../text/counted'
import { type PlotGrid } from '../layout/PlotGrid'
import { visibleProse } from '../text/visibleText'
import { type Detail } from '../tensor/Bins'
import { type Matrix } from '../tensor/Matrix'
import { layerCountOf } from '../tensor/Tensor'
import { colorNoteCaptions } from './colorNoteCaptions'
import { noiseCaption } from './noiseText'
import { orderCaption } from './orderText'

/** Returns the captions of a figure's plot. */
export function captionsOf(input: TextInput, grid: PlotGrid): readonly string[] {
  const { matrix, detail, words } = input
  const order = orderCaption(matrix)
  // An order that is not the sequence is never left unsaid.
  if (words.caption === false) return order
  // What a pixel stands for is said in every caption, whoever wrote it.
  const marked = markedCaptions(input)
  const profiles = input.hasProfiles === true ? [profileCaption(grid)] : []
  const always = [...marked, ...order, ...profiles, ...detailCaption(grid, detail)]
  return words.caption === undefined
    ? madeCaptions(input, always)
    : [visibleProse(words.caption), ...always]
}

/** Returns what the pinned cell of a plot is read as; nothing where none is pinned. */
export function markedCaptions({ pinned, queryName }: TextInput): readonly string[] {
  if (pinned === undefined) return []
  return [queryName === undefined ? `Marked: ${pinned}` : `Marked in ${queryName}: ${pinned}`]
}

function madeCaptions(
  { matrix, colorScale, counts, specialNote, noise, queryName = 'This query' }: TextInput,
  always: readonly string[],
): readonly string[] {
  const { tensor } = matrix
  return [
    ...(matrix.tokenCount === 0 ? [`${queryName} has no past tokens.`] : []),
    ...always,
    ...(specialNote === undefined ? [] : [specialNote]),
    ...(counts.padding === 0 ? [] : [paddingCaption(matrix)]),
    ...colorNoteCaptions(colorScale?.notes ?? []),
    ...(noise === undefined ? [] : [noiseCaption(noise)]),
    ...(tensor.source === undefined ? [] : [`Source: ${visibleProse(tensor.source)}`]),
  ]
}

const DETAIL_WORDS: Readonly<Record<Detail, string>> = {
  extreme: 'most extreme shown',
  mean: 'mean shown',
  max: 'greatest shown',
  min: 'least shown',
}

function profileCaption({ columns, layers }: PlotGrid): string {
  const isBinned = columns.cellsPerBin > 1 || layers.cellsPerBin > 1
  const shared = isBinned ? '; of shared pixels, the mean of their bands' : ''
  return `Beside the cells, by token and by layer: mean, 10–90 % of the values, extremes${shared}.`
}

/** Said wherever the whole view has bins, so that zooming in does not move the lines below. */
function detailCaption(grid: PlotGrid, detail: Detail): readonly string[] {
  const { columns, layers, plot, pixelRatio } = grid
  const parts = [
    ...(columns.cellCount <= plot.width * pixelRatio
      ? []
      : [`1 column = ${counted(columns.cellsPerBin, 'token')}`]),
    ...(layers.cellCount <= plot.height * pixelRatio
      ? []
      : [`1 row = ${counted(layers.cellsPerBin, 'layer')}`]),
  ]
  if (parts.length === 0) return []
  const isSingle = columns.cellsPerBin === 1 && layers.cellsPerBin === 1
  return [`${parts.join(', ')}${isSingle ? '' : `, ${DETAIL_WORDS[detail]}`}.`]
}

function paddingCaption(matrix: Matrix): string {
  if (matrix.columnCount > matrix.tokenCount) return 'Padded to the longest past of all queries.'
  if (matrix.layerCount > layerCountOf(matrix.tensor, matrix.queryIndex)) {
    return 'Padded to the layers of all queries.'
  }
  const side = matrix.tensor.align === 'start' ? 'first' : 'last'
  return `Padded: short rows cover the ${side} tokens of the past.`
}
