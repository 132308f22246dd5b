import { format } from 'd3-format'
import { numberTexts } from '../analysis/description/numberTexts'
import { type ColorScale } from '../color/ColorScale'
import { noiseReach, type BarEnd, type BarEnds } from '../layout/colorBarLayout'
import { type FigureText } from '../layout/LayoutInput'
import { type LegendEntry } from '../layout/legendLayout'
import { wordsOf } from '../tensor/Axes'
import { type Matrix } from '../tensor/Matrix'
import { counted, grouped } from '../text/counted'
import { listed } from '../text/listed'
import { type AbsentCounts, type SeenCounts } from './AbsentCounts'
import { type TextInput } from './captionsOf'
import { type TypicalBins } from './TypicalBins'

/**
 * Returns the entries of cells without a value. While none of them is in view, their text is empty, and only their room
 * stays, so that a zoom moves no line.
 */
export function absentEntries(counts: SeenCounts): readonly LegendEntry[] {
  return (['padding', 'missing'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [{ kind, text: textOf(`${kind}: `, ofCells(counts, kind)) }],
  )
}

/** Returns the text of an entry; empty if it has nothing to say. */
function textOf(beginning: string, rest: string): string {
  return rest === '' ? '' : beginning + rest
}

/**
 * Returns the entry of columns that the query lacks, of `columnCount` in view; none if there are no such columns. `whose`
 * the query is, is said by `this` or, of several plots, by `its`. Without the number of columns, it has no counts.
 */
export function unalignedEntry(
  counts: SeenCounts,
  { tensor }: Pick<Matrix, 'tensor'>,
  whose: 'this' | 'its',
  columnCount?: number,
): readonly LegendEntry[] {
  const { unaligned, seen } = counts
  const inView = seen === undefined || seen === 'many' ? counts : seen
  const { query, row } = wordsOf(tensor)
  const owner = tensor.atLayer ? `its ${row.one}` : `${whose} ${query.one}`
  // The queries of rows do not lack the same columns.
  const said = tensor.atLayer
    ? ofTotal(inView.unaligned, inView.unaligned + inView.cells, 'cell', seen)
    : ofTotal(inView.unaligned, columnCount ?? 0, 'column', seen)
  const text = columnCount === undefined ? `not in ${owner}` : textOf(`not in ${owner}: `, said)
  return unaligned === 0 ? [] : [{ kind: 'unaligned', text }]
}

/** Returns the entry of pale colors; none unless the colors inside the noise floor are pale and the range has any. */
export function fadedEntry({
  isFaded = false,
  noise,
  bins,
  colorScale,
}: FadedInput): readonly LegendEntry[] {
  const limit = bins?.means?.noiseLimit ?? noise?.limit
  const isShown = isFaded && colorScale !== undefined && noiseReach(colorScale, limit) !== 'none'
  return isShown ? [{ kind: 'faded', text: 'pale: inside the noise floor' }] : []
}

type FadedInput = Pick<TextInput, 'isFaded' | 'noise' | 'bins' | 'colorScale'>

/** Returns the entries of cells, or means, beyond the ends of the colors. */
export function beyondEntries(
  counts: SeenCounts,
  colorScale: ColorScale | undefined,
  bins: TypicalBins | undefined,
): readonly LegendEntry[] {
  const { low, high } = colorScale ?? { low: NaN, high: NaN }
  // A cosine that is above 0.99999 need not be above 1.
  const number = numberTexts([low, high], [], { apart: [0, 1, -1] })
  const entries = [
    ['below', low, bins?.means?.hasBelow] as const,
    ['above', high, bins?.means?.hasAbove] as const,
  ]
  return entries.flatMap(([kind, end, hasMeans = false]) => {
    const count = counts[kind]
    const text =
      bins?.means === undefined
        ? ofCells(counts, kind)
        : listed([
            ...(hasMeans ? ['means'] : []),
            ...(seenCount(counts, kind) === 0 ? [] : [standingText(counts, kind, bins.isCut)]),
          ])
    return count > 0 || hasMeans
      ? [{ kind, text: textOf(`${kind} ${colorScale ? number(end) : 'all'}: `, text) }]
      : []
  })
}

/** Returns the legend of a figure on paper. The color bar names what is beyond its ends. */
export function paperLegend(counts: AbsentCounts): readonly LegendEntry[] {
  const kinds = ['padding', 'missing'] as const
  return kinds.flatMap((kind) => (counts[kind] === 0 ? [] : [{ kind, text: kind }]))
}

type CountKind = 'padding' | 'missing' | 'below' | 'above'

/** Returns the number of cells in view; of all, if these cannot be counted. */
function seenCount(counts: SeenCounts, kind: CountKind): number {
  const { seen } = counts
  return (seen === undefined || seen === 'many' ? counts : seen)[kind]
}

function ofCells(counts: SeenCounts, kind: CountKind): string {
  const { seen } = counts
  const { cells } = seen === undefined || seen === 'many' ? counts : seen
  return ofTotal(seenCount(counts, kind), cells, 'cell', seen)
}

/**
 * Returns a count of things in words; empty if none of them is in view. Those in view need no name: the words are then
 * no longer than those of all.
 */
function ofTotal(count: number, total: number, noun: string, seen: SeenCounts['seen']): string {
  if (seen === undefined) return `${grouped(count)} of ${counted(total, noun)}`
  if (seen === 'many') return `${grouped(count)} of all ${counted(total, noun)}`
  return count === 0 ? '' : `${grouped(count)} of ${grouped(total)} in view`
}

function standingText(counts: SeenCounts, kind: CountKind, isCut: boolean): string {
  const count = seenCount(counts, kind)
  const where = counts.seen === undefined || counts.seen === 'many' ? '' : ' in view'
  const verb = count === 1 && !isCut ? 'stands' : 'stand'
  return `${isCut ? 'at least ' : ''}${counted(count, 'cell')}${where} that ${verb} out`
}

/** Returns the texts at the ends of the color bar beyond which there are cells or means: how many of them are in view. */
export function barEnds(
  counts: SeenCounts,
  bins: TypicalBins | undefined,
): Pick<FigureText, 'barEnds' | 'barRoom'> {
  const { hasBelow = false, hasAbove = false } = bins?.means ?? {}
  const words = (count: number, end: string): string => {
    if (count === 0) return end
    return `${short(count)}${bins?.means !== undefined && bins.isCut ? '+' : ''} ${end}`
  }
  const ends = (count: (end: BarEnd) => number): BarEnds => ({
    ...((count('below') > 0 || hasBelow) && { below: words(count('below'), 'below') }),
    ...((count('above') > 0 || hasAbove) && { above: words(count('above'), 'above') }),
  })
  // Of the cells in view there are never more than of all.
  return { barEnds: ends((end) => seenCount(counts, end)), barRoom: ends((end) => counts[end]) }
}

/** Returns a count in at most four digits, for the color bar; the legend has the exact count. */
function short(count: number): string {
  return format(count < 10_000 ? ',' : '.3~s')(count)
}
