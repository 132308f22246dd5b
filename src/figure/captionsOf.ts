import { format } from 'd3-format'
import { type NoiseCount } from '../analysis/noiseFloor'
import { type ColorScale } from '../color/ColorScale'
import { type PlotGrid } from '../layout/PlotGrid'
import { type Detail } from '../tensor/Bins'
import { type Matrix } from '../tensor/Matrix'
import { layerCountOf } from '../tensor/Tensor'
import { doubtOf } from '../tensor/unconfirmed'
import { type View } from '../tensor/View'
import { type Windows } from '../tensor/Windows'
import { counted, grouped } from '../text/counted'
import { listed } from '../text/listed'
import { expected } from '../text/rounded'
import { visibleProse } from '../text/visibleText'
import { type AbsentCounts } from './AbsentCounts'
import { colorNoteCaptions } from './colorNoteCaptions'
import { orderCaption } from './orderCaption'

/** Input of the texts of a plot. */
export interface TextInput {
  /** The label of the query; absent if the figure has no other plot. */
  readonly queryName?: string | undefined
  readonly matrix: Matrix
  /** File name without its extension: the title if the tensor has none. */
  readonly name: string
  readonly colorScale: ColorScale | undefined
  readonly counts: AbsentCounts
  /** Default linear. */
  readonly scale?: View['scale']
  /** Readout of the pinned cell. */
  readonly pinned?: string
  /** The visible part of the matrix; default all of it. */
  readonly windows?: Windows
  readonly detail: Detail
  /** Whether row 0 is at the bottom. */
  readonly isUpward: boolean
  /** Default false. */
  readonly hasProfiles?: boolean
  readonly specialNote?: string | undefined
  readonly noise?: NoiseCount | undefined
  /** Whether the color bar has a bracket for the noise floor; default true. */
  readonly hasBracket?: boolean
  /** Texts of the user that replace generated ones. */
  readonly words: OwnWords
}

/** Texts that the user wrote; false removes a text. */
export type OwnWords = Pick<View, 'title' | 'caption' | 'x_title' | 'y_title' | 'color_title'>

/** Returns the captions of a figure's plot. */
export function captionsOf(input: TextInput, grid: PlotGrid): readonly string[] {
  const { matrix, detail, words } = input
  const order = [...doubtCaption(matrix), ...orderCaption(matrix)]
  // Doubts about the axes, and an order other than the sequence, are always stated.
  if (words.caption === false) return order
  // Every caption, also that of the user, states which cells a pixel contains.
  const marked = markedCaptions(input)
  const profiles = input.hasProfiles === true ? [profileCaption(grid)] : []
  const always = [...marked, ...order, ...profiles, ...detailCaption(grid, detail)]
  return words.caption === undefined
    ? madeCaptions(input, always)
    : [visibleProse(words.caption), ...always]
}

/** Returns the caption that says that the axes of a foreign file are a guess. */
function doubtCaption({ tensor }: Matrix): readonly string[] {
  const doubt = doubtOf(tensor)
  return doubt === undefined ? [] : [`Axes not confirmed: ${visibleProse(doubt)}`]
}

/** Returns the readout of the pinned cell of a plot; empty if none is pinned. */
export function markedCaptions({ pinned, queryName }: TextInput): readonly string[] {
  if (pinned === undefined) return []
  return [queryName === undefined ? `Marked: ${pinned}` : `Marked in ${queryName}: ${pinned}`]
}

function madeCaptions(
  {
    matrix,
    colorScale,
    counts,
    specialNote,
    noise,
    hasBracket,
    queryName = 'This query',
  }: TextInput,
  always: readonly string[],
): readonly string[] {
  const { tensor } = matrix
  return [
    ...(matrix.tokenCount === 0 ? [`${queryName} has no past tokens.`] : []),
    ...always,
    ...(specialNote === undefined ? [] : [specialNote]),
    ...(counts.padding === 0 ? [] : [paddingCaption(matrix)]),
    ...colorNoteCaptions(colorScale?.notes ?? []),
    ...(noise === undefined ? [] : [noiseCaption(noise, hasBracket)]),
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

/** Returns a caption about bins if the whole view has any: so zooming in does not move the lines below. */
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
  const reaches = [
    ...(matrix.columnCount > matrix.tokenCount ? ['the longest past'] : []),
    ...(matrix.layerCount > layerCountOf(matrix.tensor, matrix.queryIndex)
      ? ['the most layers']
      : []),
  ]
  if (reaches.length > 0) return `Padded to ${listed(reaches)} of all queries.`
  const side = matrix.tensor.align === 'start' ? 'first' : 'last'
  return `Padded: short rows cover the ${side} tokens of the past.`
}

/** Returns the caption about the bracket at the color bar. */
function noiseCaption(noise: NoiseCount, hasBracket = true): string {
  const { size, limit, outsideCount, expectedCount, cellCount } = noise
  return [
    `Noise floor${hasBracket ? ' (bracket at the color bar)' : ''}: ±${format('.3~g')(limit)} = 1.96/√${size}.`,
    `${grouped(outsideCount)} of ${counted(cellCount, 'cell')} ${outsideCount === 1 ? 'is' : 'are'} outside,`,
    `${expected(expectedCount)} expected of random directions.`,
  ].join(' ')
}
