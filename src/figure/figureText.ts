import { format } from 'd3-format'
import { type Domain } from '../color/Domain'
import { type FigureText } from '../layout/FigureLayout'
import { type LegendEntry } from '../layout/legendLayout'
import { columnNumber } from '../layout/tokenLabelSource'
import { visibleProse } from '../layout/visibleText'
import { type BinSize } from '../tensor/Bins'
import { type Matrix } from '../tensor/Matrix'
import { layerCountOf, queryOf, type Tensor } from '../tensor/Tensor'

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
  readonly domain: Domain | undefined
  readonly counts: AbsentCounts
  /** Readout of the pinned cell. */
  readonly pinned?: string
}

const integer = format(',')

/** The words of the figure. */
export function figureText(input: TextInput): FigureText {
  const { matrix, name, domain, counts } = input
  const { tensor, queryIndex } = matrix
  return {
    title: visibleProse(figureTitle(tensor, queryIndex, name)),
    subtitle: subtitleOf(matrix),
    layerTitle: 'Layer',
    tokenTitle: `Token past of ${visibleProse(queryOf(tensor, queryIndex).label)}`,
    tokenNote: tokenNote(matrix),
    metric: visibleProse(tensor.metric),
    legend: legendEntries(counts, domain, matrix.layerCount * matrix.columnCount),
    captions: (bins) => captionsOf(input, bins),
  }
}

/** The tensor's title; else the file's name, with the query where there are several. */
export function figureTitle(tensor: Tensor, queryIndex: number, name: string): string {
  if (tensor.title !== undefined && tensor.title !== '') return tensor.title
  return tensor.queries.length > 1 ? `${queryOf(tensor, queryIndex).label} • ${name}` : name
}

function subtitleOf(matrix: Matrix): string {
  const order = matrix.axis === 'distance' ? 'nearest first' : 'in order of the sequence'
  const shape = `${counted(matrix.layerCount, 'layer')} × ${counted(matrix.tokenCount, 'past token')}`
  return matrix.tokenCount > 1 ? `${shape}, ${order}` : shape
}

function tokenNote(matrix: Matrix): string {
  if (matrix.columnCount === 0) return ''
  const first = integer(columnNumber(matrix, 0))
  const last = integer(columnNumber(matrix, matrix.columnCount - 1))
  return matrix.columnCount === 1
    ? `(${matrix.axis} ${first})`
    : `(${matrix.axis} ${first} … ${last} →)`
}

function legendEntries(
  counts: AbsentCounts,
  domain: Domain | undefined,
  total: number,
): readonly LegendEntry[] {
  const { low, high } = domain ?? { low: 'all', high: 'all' }
  const entries: readonly (readonly [LegendEntry['kind'], number, string])[] = [
    ['padding', counts.padding, 'padding'],
    ['missing', counts.missing, 'missing'],
    ['below', counts.below, `below ${rounded(low)}`],
    ['above', counts.above, `above ${rounded(high)}`],
  ]
  return entries.flatMap(([kind, count, name]) => {
    const text = `${name}: ${integer(count)} of ${counted(total, 'cell')}`
    return count === 0 ? [] : [{ kind, text }]
  })
}

function captionsOf(
  { matrix, domain, counts, pinned }: TextInput,
  bins: BinSize,
): readonly string[] {
  const { tensor } = matrix
  return [
    ...(matrix.tokenCount === 0 ? ['This query has no past tokens.'] : []),
    ...(pinned === undefined ? [] : [`Marked: ${pinned}`]),
    ...detailCaption(bins),
    ...(counts.padding === 0 ? [] : [paddingCaption(matrix)]),
    ...(domain?.reason === undefined
      ? []
      : [`The colors span a wider range because ${domain.reason}.`]),
    ...(tensor.source === undefined ? [] : [`Source: ${visibleProse(tensor.source)}`]),
  ]
}

function detailCaption({ columnsPerBin, layersPerBin }: BinSize): readonly string[] {
  const parts = [
    ...(columnsPerBin === 1 ? [] : [`1 column = ${integer(columnsPerBin)} tokens`]),
    ...(layersPerBin === 1 ? [] : [`1 row = ${integer(layersPerBin)} layers`]),
  ]
  return parts.length === 0 ? [] : [`${parts.join(', ')}, most extreme shown.`]
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

function counted(count: number, noun: string): string {
  return `${integer(count)} ${noun}${count === 1 ? '' : 's'}`
}
