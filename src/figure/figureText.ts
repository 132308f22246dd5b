import { format } from 'd3-format'
import { type NoiseCount } from '../analysis/findings/noiseCount'
import { counted, grouped } from '../text/counted'
import { type ColorScale } from '../color/ColorScale'
import { type FigureText } from '../layout/FigureLayout'
import { type PlotGrid } from '../layout/PlotGrid'
import { type LegendEntry } from '../layout/legendLayout'
import { columnNumber } from '../layout/tokenLabelSource'
import { visibleProse } from '../layout/visibleText'
import { clampWindow } from '../tensor/BinAxis'
import { type Detail } from '../tensor/Bins'
import { type Matrix } from '../tensor/Matrix'
import { layerCountOf, queryOf, type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { type Windows } from '../tensor/Windows'
import { colorNoteCaptions } from './colorNoteCaptions'
import { noiseCaption } from './noiseText'
import { layerTitle, orderCaption, orderNote } from './orderText'

/** How many cells of the displayed matrix have no color of the ramp, by reason. */
export interface AbsentCounts {
  readonly padding: number
  readonly missing: number
  readonly below: number
  readonly above: number
}

export interface TextInput {
  readonly matrix: Matrix
  /** File name without its extension: the title where the tensor has none. */
  readonly name: string
  readonly colorScale: ColorScale | undefined
  readonly counts: AbsentCounts
  /** Default linear. */
  readonly scale?: View['scale']
  /** Readout of the pinned cell. */
  readonly pinned?: string
  /** Default the whole matrix. */
  readonly windows?: Windows
  readonly detail: Detail
  /** Whether row 0 is at the bottom. */
  readonly isUpward: boolean
  /** Default false. */
  readonly hasProfiles?: boolean
  readonly specialNote?: string | undefined
  readonly noise?: NoiseCount | undefined
  /** Texts that somebody wrote instead of those made here. */
  readonly words: OwnWords
}

type OwnWords = Pick<View, 'title' | 'caption' | 'x_title' | 'y_title'>

/** What the scale adds to the metric's name at the color bar. */
const SCALE_WORDS = { linear: '', symlog: ' (symlog scale)', rank: ' (rank scale)' } as const

/** The words of the figure. */
export function figureText(input: TextInput): FigureText {
  const { matrix, name, colorScale, counts, words, isUpward } = input
  const { tensor, queryIndex } = matrix
  const tokenTitle = `Token past of ${queryOf(tensor, queryIndex).label}`
  return {
    title: ownOr(words.title, figureTitle(tensor, queryIndex, name)),
    subtitle: words.title === false ? '' : subtitleOf(matrix),
    layerTitle: ownOr(words.y_title, layerTitle(matrix, isUpward)),
    tokenTitle: ownOr(words.x_title, tokenTitle),
    tokenNote: words.x_title === undefined ? tokenNote(matrix, input.windows) : '',
    metric: `${visibleProse(tensor.metric)}${SCALE_WORDS[input.scale ?? 'linear']}`,
    barEnds: barEnds(counts),
    legend: legendEntries(counts, colorScale, matrix.layerCount * matrix.columnCount),
    captions: (grid) => captionsOf(input, grid),
  }
}

/** The text that somebody wrote, none where they left it out, or else the one that was made. */
function ownOr(own: OwnWords['title'], made: string): string {
  return own === false ? '' : visibleProse(own ?? made)
}

/** The tensor's title; else the file's name, with the query where there are several. */
export function figureTitle(tensor: Tensor, queryIndex: number, name: string): string {
  if (tensor.title !== undefined && tensor.title !== '') return tensor.title
  return tensor.queries.length > 1 ? `${queryOf(tensor, queryIndex).label} • ${name}` : name
}

function subtitleOf(matrix: Matrix): string {
  const sequence = matrix.axis === 'distance' ? 'nearest first' : 'in order of the sequence'
  const order = matrix.tokenOrder === undefined ? sequence : 'not in sequence'
  const shape = `${counted(matrix.layerCount, 'layer')} × ${counted(matrix.tokenCount, 'past token')}`
  return matrix.tokenCount > 1 ? `${shape}, ${order}` : shape
}

function tokenNote(matrix: Matrix, windows: Windows = {}): string {
  const { columnCount, axis, tokenOrder } = matrix
  if (columnCount === 0) return ''
  if (columnCount === 1) return `(${axis} ${grouped(columnNumber(matrix, 0))})`
  const shown = clampWindow(windows.columns ?? { start: 0, span: columnCount }, columnCount)
  if (tokenOrder !== undefined) return orderNote(tokenOrder, shown, columnCount)
  const { start, span } = shown
  const first = grouped(columnNumber(matrix, Math.floor(start)))
  const last = grouped(columnNumber(matrix, Math.min(Math.ceil(start + span), columnCount) - 1))
  const total = span < columnCount ? ` of ${grouped(columnNumber(matrix, columnCount - 1))}` : ''
  return `(${axis} ${first} … ${last}${total} →)`
}

function legendEntries(
  counts: AbsentCounts,
  colorScale: ColorScale | undefined,
  total: number,
): readonly LegendEntry[] {
  const { low, high } = colorScale ?? { low: 'all', high: 'all' }
  const entries: readonly (readonly [LegendEntry['kind'], number, string])[] = [
    ['padding', counts.padding, 'padding'],
    ['missing', counts.missing, 'missing'],
    ['below', counts.below, `below ${rounded(low)}`],
    ['above', counts.above, `above ${rounded(high)}`],
  ]
  return entries.flatMap(([kind, count, name]) => {
    const text = `${name}: ${grouped(count)} of ${counted(total, 'cell')}`
    return count === 0 ? [] : [{ kind, text }]
  })
}

function barEnds({ below, above }: AbsentCounts): FigureText['barEnds'] {
  return {
    ...(below > 0 && { below: `${short(below)} below` }),
    ...(above > 0 && { above: `${short(above)} above` }),
  }
}

/** To four digits, beside the color bar; the legend has the whole count. */
function short(count: number): string {
  return format(count < 10_000 ? ',' : '.3~s')(count)
}

function captionsOf(input: TextInput, grid: PlotGrid): readonly string[] {
  const { matrix, pinned, detail, words } = input
  const order = orderCaption(matrix)
  // An order that is not the sequence is never left unsaid.
  if (words.caption === false) return order
  // What a pixel stands for is said in every caption, whoever wrote it.
  const marked = pinned === undefined ? [] : [`Marked: ${pinned}`]
  const profiles = input.hasProfiles === true ? [profileCaption(grid)] : []
  const always = [...marked, ...order, ...profiles, ...detailCaption(grid, detail)]
  return words.caption === undefined
    ? madeCaptions(input, always)
    : [visibleProse(words.caption), ...always]
}

function madeCaptions(
  { matrix, colorScale, counts, specialNote, noise }: TextInput,
  always: readonly string[],
): readonly string[] {
  const { tensor } = matrix
  return [
    ...(matrix.tokenCount === 0 ? ['This query has no past tokens.'] : []),
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

function rounded(value: number | string): string {
  return typeof value === 'number' ? format('.3~g')(value) : value
}
