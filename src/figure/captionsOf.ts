import { format } from 'd3-format'
import { operandSentences } from '../analysis/description/operandSentences'
import { type NoiseCount } from '../analysis/noiseFloor'
import { type ColorScale } from '../color/ColorScale'
import { type PlotGrid } from '../layout/PlotGrid'
import { type Detail } from '../tensor/BinSource'
import { columnOfToken, rowOfLayer, type Matrix } from '../tensor/Matrix'
import { wordsOf } from '../tensor/Axes'
import { layerCountOf } from '../tensor/Tensor'
import { doubtOf } from '../tensor/unconfirmed'
import { type View } from '../tensor/View'
import { cellsInWindow, type Windows } from '../tensor/Windows'
import { counted, grouped } from '../text/counted'
import { listed } from '../text/listed'
import { isolated } from '../text/isolated'
import { visibleProse } from '../text/visibleText'
import { type SeenCounts } from './AbsentCounts'
import { alignmentCaption } from './alignmentCaption'
import { colorNoteCaptions } from './colorNoteCaptions'
import { floorOf, noiseCaption } from './noiseCaption'
import { orderCaption } from './orderCaption'
import { type TypicalBins } from './TypicalBins'

/** Input of the texts of a plot. */
export interface TextInput {
  /** The label of the query; absent if the figure has no other plot. */
  readonly queryName?: string | undefined
  /** What must be said of several panels; default nothing. */
  readonly panelNotes?: readonly string[]
  /** Whether each panel has a color scale of its own; default false. */
  readonly hasOwnBars?: boolean
  readonly matrix: Matrix
  /** File name without its extension: the title if the tensor has none. */
  readonly name: string
  readonly colorScale: ColorScale | undefined
  /** The counts of the whole figure, and of this plot. */
  readonly counts: SeenCounts
  readonly ownCounts: SeenCounts
  /** Whether marks at the edges of plots lead to cells beyond the colors. */
  readonly isMarked: boolean
  /** Whether this plot has padding. */
  readonly hasPadding: boolean
  /** Default linear. */
  readonly scale?: View['scale']
  /** Readout of the pinned cell. */
  readonly pinned?: string
  /** The visible part of the matrix; default all of it. */
  readonly windows?: Windows
  readonly detail: Detail
  /** Present if bins of several cells show typical values. */
  readonly bins?: TypicalBins | undefined
  /** Whether row 0 is at the bottom. */
  readonly isUpward: boolean
  /** Whether the query takes turns with another; default false. */
  readonly isInTurns?: boolean
  /** Default false. */
  readonly hasProfiles?: boolean
  /** Number of queries that the profile of the layers compares; default none. */
  readonly comparedCount?: number
  readonly specialNote?: string | undefined
  readonly noise?: NoiseCount | undefined
  /** The same with the counts of the cells in view; absent if these cannot be counted. */
  readonly seenNoise?: NoiseCount | undefined
  /** Whether the plots of the figure differ in their noise floor, so that only its size is stated; default false. */
  readonly hasOwnNoise?: boolean
  /** Whether the colors inside the noise floor are pale; default false. */
  readonly isFaded?: boolean
  /** Texts of the user that replace generated ones. */
  readonly words: OwnWords
}

/** Texts that the user wrote; false removes a text. */
export type OwnWords = Pick<View, 'title' | 'caption' | 'x_title' | 'y_title' | 'color_title'>

/** Returns the captions of a figure's plot. */
export function captionsOf(input: TextInput, grid: PlotGrid): readonly string[] {
  const { matrix, words: own } = input
  const order = [
    ...doubtCaption(matrix),
    ...(input.panelNotes ?? []),
    ...alignmentCaption(matrix, input.queryName !== undefined),
    ...orderCaption(matrix),
  ]
  // Doubts about the axes, what panels lack, and columns that are not those of the sequence, are always stated.
  if (own.caption === false) return order
  // Every caption, also that of the user, states which cells a pixel contains.
  const marked = markedCaptions(input)
  const profiles = input.hasProfiles === true ? [profileCaption(grid, input)] : []
  const always = [...marked, ...order, ...profiles, ...detailCaption(input, grid)]
  return own.caption === undefined
    ? madeCaptions(input, always)
    : [visibleProse(own.caption), ...always]
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

function madeCaptions(input: TextInput, always: readonly string[]): readonly string[] {
  const {
    matrix,
    colorScale,
    hasPadding,
    specialNote,
    noise,
    hasOwnNoise = false,
    queryName,
    hasOwnBars = false,
  } = input
  const words = wordsOf(matrix.tensor)
  return [
    ...(matrix.tokenCount === 0
      ? [`${queryName ?? `This ${words.query.one}`} has no ${words.past.many}.`]
      : []),
    ...always,
    ...differenceCaption(matrix, queryName),
    ...(specialNote === undefined ? [] : [specialNote]),
    ...(hasPadding && !isPaddingOutside(input) ? [paddingCaption(input)] : []),
    ...colorNoteCaptions(colorScale?.notes ?? [], words).map((note) =>
      hasOwnBars ? `${queryName}: ${note}` : note,
    ),
    ...(noise === undefined ? [] : [hasOwnNoise ? floorOf(noise) : noiseCaption(noise, input)]),
  ]
}

const DETAIL_WORDS: Readonly<Record<Exclude<Detail, 'typical'>, string>> = {
  extreme: 'most extreme shown',
  mean: 'mean shown',
  max: 'greatest shown',
  min: 'least shown',
}

function profileCaption(
  { columns, layers }: PlotGrid,
  { matrix: { tensor }, comparedCount = 0 }: TextInput,
): string {
  const { query, row, column } = wordsOf(tensor)
  const isBinned = columns.cellsPerBin > 1 || layers.cellsPerBin > 1
  const shared = isBinned ? '; of shared pixels, the mean of their bands' : ''
  const all = 'mean, 10–90 % of the values, extremes'
  if (comparedCount === 0) {
    return `Beside the cells, by ${column.one} and by ${row.one}: ${all}${shared}.`
  }
  const { length } = tensor.queries
  const of = length === comparedCount ? '' : ` of ${grouped(length)}`
  return `Beside the cells, by ${column.one}: ${all}; by ${row.one}: mean and 10–90 % of ${grouped(comparedCount)}${of} ${query.many}${shared}.`
}

/** Returns a caption about bins if the whole view has any: so zooming in does not move the lines below. */
function detailCaption(input: TextInput, grid: PlotGrid): readonly string[] {
  const { columns, layers, plot, pixelRatio } = grid
  const { row, column } = wordsOf(input.matrix.tensor)
  const isWhole =
    columns.cellCount <= plot.width * pixelRatio && layers.cellCount <= plot.height * pixelRatio
  if (isWhole) return []
  const parts = [
    ...(columns.cellsPerBin === 1
      ? []
      : [`1 column = ${counted(columns.cellsPerBin, column.one, column.many)}`]),
    ...(layers.cellsPerBin === 1
      ? []
      : [`1 row = ${counted(layers.cellsPerBin, row.one, row.many)}`]),
  ]
  if (parts.length === 0) return ['Every cell in view is drawn by itself.']
  const { detail, bins, counts } = input
  const shown =
    detail === 'typical'
      ? `: their mean, or the one cell that stands out${bins === undefined ? '' : standingNote(bins, input)}`
      : `, ${DETAIL_WORDS[detail]}`
  const hidden = counts.missing === 0 ? '' : MISSING_NOTE
  return [`${parts.join(', ')}${shown}.${hidden}`]
}

const MISSING_NOTE = ' Bins whose lower half has the color of missing cells miss more than half.'

/** Returns how many cells stand out, and how many of them are visible, in brackets. */
function standingNote(
  { cells, isCut, range }: TypicalBins,
  { matrix, windows = {}, queryName }: TextInput,
): string {
  const { standingShare, shownShare } = range
  if (shownShare < standingShare) {
    const shown =
      shownShare === 0 ? 'none is shown' : `the farthest are shown, in ${percent(shownShare)}`
    return ` (in about ${percent(standingShare)} of the bins; ${shown})`
  }
  if (isCut) return ` (in about ${percent(shownShare)} of the bins)`
  // Plots of several queries share a caption.
  if (queryName !== undefined) return ''
  const [firstColumn, endColumn] = cellsInWindow(windows.columns, matrix.columnCount)
  const [firstRow, endRow] = cellsInWindow(windows.layers, matrix.layerCount)
  const { length } = cells.filter(({ layerIndex, tokenIndex }) => {
    const [row, column] = [rowOfLayer(matrix, layerIndex), columnOfToken(matrix, tokenIndex)]
    return row >= firstRow && row < endRow && column >= firstColumn && column < endColumn
  })
  if (cells.length === 0) return ' (none does)'
  const inView =
    length === cells.length ? '' : `, ${length === 0 ? 'none' : grouped(length)} in view`
  return ` (${grouped(cells.length)} ${cells.length === 1 ? 'does' : 'do'}${inView})`
}

function percent(share: number): string {
  return `${format('.1~r')(100 * share)} %`
}

/** Returns whether the cells in view are counted, and none of them is padding. */
function isPaddingOutside({ ownCounts: { seen } }: TextInput): boolean {
  return seen !== undefined && seen !== 'many' && seen.padding === 0
}

function paddingCaption({ matrix, isInTurns = false }: TextInput): string {
  const { query, row, column, hasDistance } = wordsOf(matrix.tensor)
  const reaches = [
    ...(matrix.columnCount > matrix.tokenCount && matrix.starts === undefined
      ? [`the longest ${hasDistance ? 'past' : 'row'}`]
      : []),
    ...(matrix.layerCount > layerCountOf(matrix.tensor, matrix.queryIndex)
      ? [`the most ${row.many}`]
      : []),
  ]
  if (matrix.tensor.atLayer) {
    return `Padded to the longest ${hasDistance ? 'past' : 'row'} of all ${row.many}.`
  }
  if (reaches.length > 0) {
    return `Padded to ${listed(reaches)} of ${isInTurns ? 'both' : 'all'} ${query.many}.`
  }
  const side = matrix.tensor.align === 'start' ? 'first' : 'last'
  return `Padded: short rows cover the ${side} ${column.many}${hasDistance ? ' of the past' : ''}.`
}

/**
 * Returns the caption that says what was subtracted; none if the values are no difference. Among several plots, it names
 * the query if that has a difference of its own.
 */
function differenceCaption(matrix: Matrix, queryName: string | undefined): readonly string[] {
  const { tensor, queryIndex } = matrix
  const sentences = operandSentences(matrix, (text) => isolated(visibleProse(text)))
  if (sentences.length === 0) return []
  const isOwn = queryName !== undefined && tensor.queries[queryIndex]?.difference !== undefined
  return [`${isOwn ? `${queryName}: ` : ''}${sentences.join(' ')}`]
}
