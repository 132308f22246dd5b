import {
  mapPlots,
  type FigureText,
  type PaperFormat,
  type Plots,
  type PlotText,
} from '../layout/LayoutInput'
import { wholeGrid, type PlotGrid } from '../layout/PlotGrid'
import { columnNumber } from '../layout/tokenLabelSource'
import { queriesIn } from '../tensor/atLayer'
import { DEFAULT_AXES, wordsOf } from '../tensor/Axes'
import { clampWindow } from '../tensor/BinAxis'
import { type Matrix } from '../tensor/Matrix'
import { layerCountOf, modelOf, namesQuery, queryOf, type Tensor } from '../tensor/Tensor'
import { isZoomed, type Windows } from '../tensor/Windows'
import { counted, grouped } from '../text/counted'
import { isolated } from '../text/isolated'
import { type Noun } from '../text/nounOf'
import { visibleProse } from '../text/visibleText'
import { type SeenCounts } from './AbsentCounts'
import { captionsOf, markedCaptions, type OwnWords, type TextInput } from './captionsOf'
import { barEnds, fadedEntry, paperLegend, unalignedEntry } from './legendEntries'
import { legendOf, whoseQuery } from './legendOf'
import { partInView } from './partInView'
import { sourceCaptions } from './sourceCaptions'
import { layerTitle, orderNote } from './orderCaption'

/** Text after the metric at the color bar, by scale. */
const SCALE_WORDS = { linear: '', symlog: ' (symlog scale)', rank: ' (rank scale)' } as const

/**
 * Returns the texts of a whole figure. `counts` and `noise` of each input are those of all plots. On paper it has no
 * subtitle and no captions but the reader's own, and the legend has no counts: these are in the caption's own file.
 */
export function figureText(inputs: Plots<TextInput>, paper?: PaperFormat): FigureText {
  const { room, ...whole } = screenText(inputs)
  if (paper === undefined) return { ...whole, ...(room && { room }) }
  const [{ words, counts, matrix }] = inputs
  return {
    ...whole,
    title: words.title === undefined && !paper.hasTitle ? '' : whole.title,
    subtitle: '',
    legend: [
      ...paperLegend(counts),
      ...unalignedEntry(counts, matrix, whoseQuery(inputs)),
      ...fadedEntry(inputs[0]),
    ],
    captions: () =>
      paper.hasCaption && typeof words.caption === 'string' ? [visibleProse(words.caption)] : [],
  }
}

function screenText(inputs: Plots<TextInput>): FigureText {
  const [main] = inputs
  const {
    matrix,
    name,
    counts,
    bins,
    words,
    isUpward,
    windows = {},
    scale = 'linear',
    hasOwnBars = false,
  } = main
  const { tensor, queryIndex } = matrix
  const made =
    inputs.length === 1 ? figureTitle(tensor, queryIndex, name) : tensorTitle(tensor) || name
  return {
    title: ownOr(words.title, visibleProse(made)),
    subtitle: words.title === false ? '' : subtitleOf(inputs, made),
    layerTitle: ownOr(words.y_title, layerTitle(matrix, isUpward, windows.layers)),
    metric: ownOr(words.color_title, `${visibleProse(tensor.metric)}${SCALE_WORDS[scale]}`),
    ...(hasOwnBars ? { barEnds: {} } : barEnds(counts, bins)),
    legend: legendOf(inputs),
    captions: (grids) => captionsIn(inputs, grids),
    ...(isZoomed(windows) && { room: roomOf(inputs, made) }),
  }
}

/** Returns the captions of all plots. */
function captionsIn(inputs: Plots<TextInput>, grids: Plots<PlotGrid>): readonly string[] {
  const grid = wholeGrid(grids)
  const all = inputs.flatMap((input) => captionsOf(input, grid))
  // The marked cells of several plots are listed one below the other; captions that all plots share occur once.
  const marked = inputs.length === 1 ? [] : inputs.flatMap(markedCaptions)
  return [...new Set([...marked, ...all]), ...sourceCaptions(inputs)]
}

/** Returns the texts of the whole figure, whose lines stay free while a part is in view, so that a zoom moves no line. */
function roomOf(inputs: Plots<TextInput>, title: string): NonNullable<FigureText['room']> {
  const whole = mapPlots(inputs, ({ windows: _windows, seenNoise: _noise, ...input }) => ({
    ...input,
    counts: wholeCounts(input.counts),
    ownCounts: wholeCounts(input.ownCounts),
  }))
  const { words } = inputs[0]
  return {
    subtitle: words.title === false ? '' : subtitleOf(whole, title),
    captions: (grids) => captionsIn(whole, grids),
  }
}

function wholeCounts({ seen: _seen, ...whole }: SeenCounts): SeenCounts {
  return whole
}

/** Returns the texts of one plot; `isAmongOthers` if the figure has several. */
export function plotText({ matrix, words, windows }: TextInput, isAmongOthers: boolean): PlotText {
  const note = words.x_title === undefined ? tokenNote(matrix, windows) : ''
  return {
    title: visibleProse(queryOf(matrix.tensor, matrix.queryIndex).label),
    tokenTitle: ownOr(words.x_title, tokenTitle(matrix, isAmongOthers)),
    tokenNote: note,
    shortNote: note.replace(/^\((?:distance|position|aligned) /u, '('),
  }
}

function tokenTitle({ tensor, queryIndex }: Matrix, isAmongOthers: boolean): string {
  const { column } = wordsOf(tensor)
  const isPast = tensor.axes.column === DEFAULT_AXES.column
  const title = isPast ? `${column.name} past` : column.name
  if (isAmongOthers || !namesQuery(tensor)) return title
  const label = isolated(visibleProse(queryOf(tensor, queryIndex).label))
  return isPast && tensor.atLayer === undefined ? `${title} of ${label}` : `${title} · ${label}`
}

/** Returns the user's text, made visible and valid; else the generated one, or an empty text if the user removed it. */
function ownOr(own: OwnWords['title'], made: string): string {
  if (own === undefined) return made
  return own === false ? '' : visibleProse(own)
}

/** Returns the tensor's title, or else the file's name, after the query if the tensor has several. */
export function figureTitle(tensor: Tensor, queryIndex: number, name: string): string {
  if (tensorTitle(tensor) !== '') return tensorTitle(tensor)
  return tensor.queries.length > 1 || tensor.atLayer
    ? `${queryOf(tensor, queryIndex).label} • ${name}`
    : name
}

/** Returns the tensor's title; empty if it has none. */
export function tensorTitle({ title = '' }: Tensor): string {
  return title
}

/** Returns the query and the model, by which figures with one title are told apart, and the shape. */
function subtitleOf([input, ...others]: Plots<TextInput>, title: string): string {
  const { tensor, queryIndex } = input.matrix
  const { label } = queryOf(tensor, queryIndex)
  const isSingle = tensor.queries.length === 1 && tensor.atLayer === undefined
  // Of two queries that take turns, the title may contain the label of one only.
  const isInTitle = input.isInTurns !== true && title.includes(label)
  const isNamed = others.length > 0 || isSingle || isInTitle
  const models = modelsOf([input, ...others])
  return [
    isNamed ? '' : isolated(visibleProse(label)),
    models.length === 1 ? isolated(models[0] ?? '') : '',
    shapeInView([input, ...others]),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** Returns the models of plots, each once, visible and valid; those of plots without a model are left out. */
export function modelsOf(plots: readonly { readonly matrix: Matrix }[]): readonly string[] {
  const models = plots
    .flatMap(({ matrix }) => queriesIn(matrix))
    .map(({ tensor, queryIndex }) => modelOf(tensor, queryIndex))
  return [...new Set(models.filter((model) => model !== undefined))].map(visibleProse)
}

/** Returns the numbers of layers and tokens, and the order of the tokens, in words. */
export function shapeOf(matrices: readonly Matrix[]): string {
  const [matrix] = matrices
  if (matrix === undefined) return ''
  const { row, past, hasTokens } = wordsOf(matrix.tensor)
  const layers = rangeOf(
    matrices.map(({ tensor, queryIndex }) => layerCountOf(tensor, queryIndex)),
    row,
  )
  const tokens = rangeOf(
    matrices.map(({ tokenCount }) => tokenCount),
    past,
  )
  const shape = queriesBefore(`${layers} × ${tokens}`, matrices)
  const order = sequenceNote(matrix, hasTokens)
  return order !== '' && matrices.some(({ tokenCount }) => tokenCount > 1)
    ? `${shape}, ${order}`
    : shape
}

/** Returns which layers and tokens of plots are in view; their shape if all are. */
export function shapeInView(plots: Parameters<typeof partInView>[0]): string {
  const part = partInView(plots)
  const matrices = plots.map(({ matrix }) => matrix)
  return part === undefined ? shapeOf(matrices) : queriesBefore(part, matrices)
}

/** Returns a text after the number of queries, if there are several. */
function queriesBefore(text: string, matrices: readonly Matrix[]): string {
  const [{ tensor } = {}, ...others] = matrices
  if (tensor === undefined || others.length === 0) return text
  const { one, many } = wordsOf(tensor).query
  return `${counted(matrices.length, one, many)}: ${text}`
}

/** Returns the order of the columns in words; empty if they are in the order of the file and no tokens. */
function sequenceNote({ axis, tokenOrder }: Matrix, hasTokens: boolean): string {
  if (tokenOrder !== undefined) return 'not in sequence'
  if (axis === 'distance') return 'nearest first'
  return hasTokens ? 'in order of the sequence' : ''
}

/** Returns a range of counts: `3 to 15 past tokens`. */
function rangeOf(counts: readonly number[], { one, many }: Noun): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  const range = counted(most, one, many)
  return least === most ? range : `${grouped(least)} to ${range}`
}

function tokenNote(matrix: Matrix, windows: Windows = {}): string {
  const { columnCount, tokenOrder } = matrix
  const axis = wordsOf(matrix.tensor).hasTokens ? `${matrix.axis} ` : ''
  if (columnCount === 0 || windows.columns?.span === 0) return ''
  if (columnCount === 1) return `(${axis}${grouped(columnNumber(matrix, 0))})`
  const shown = clampWindow(windows.columns ?? { start: 0, span: columnCount }, columnCount)
  if (tokenOrder !== undefined) return orderNote(tokenOrder, shown, columnCount)
  const { start, span } = shown
  const first = grouped(columnNumber(matrix, Math.floor(start)))
  const last = grouped(columnNumber(matrix, Math.min(Math.ceil(start + span), columnCount) - 1))
  const total = span < columnCount ? ` of ${grouped(columnNumber(matrix, columnCount - 1))}` : ''
  return `(${axis}${first} … ${last}${total} →)`
}
