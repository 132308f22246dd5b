import { format } from 'd3-format'
import { numberTexts } from '../analysis/description/numberTexts'
import { type ColorScale } from '../color/ColorScale'
import { noiseReach } from '../layout/colorBarLayout'
import { type FigureText } from '../layout/LayoutInput'
import { type LegendEntry } from '../layout/legendLayout'
import { wordsOf } from '../tensor/Axes'
import { type Matrix } from '../tensor/Matrix'
import { counted, grouped } from '../text/counted'
import { listed } from '../text/listed'
import { type AbsentCounts } from './AbsentCounts'
import { type TextInput } from './captionsOf'
import { type TypicalBins } from './TypicalBins'

/** Returns the entries of cells without a value. */
export function absentEntries({
  padding,
  missing,
  cells: total,
}: AbsentCounts): readonly LegendEntry[] {
  const entries = [['padding', padding] as const, ['missing', missing] as const]
  return entries.flatMap(([kind, count]) =>
    count === 0 ? [] : [{ kind, text: `${kind}: ${ofCells(count, total)}` }],
  )
}

/**
 * Returns the entry of columns that the query lacks, with `count` in words; none if there are no such columns. `whose`
 * the query is, is said by `this` or, of several plots, by `its`.
 */
export function unalignedEntry(
  { unaligned }: AbsentCounts,
  { tensor }: Pick<Matrix, 'tensor'>,
  whose: 'this' | 'its',
  count = '',
): readonly LegendEntry[] {
  const { query, row } = wordsOf(tensor)
  const owner = tensor.atLayer ? `its ${row.one}` : `${whose} ${query.one}`
  const text = `not in ${owner}${count}`
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
  { below, above, cells: total }: AbsentCounts,
  colorScale: ColorScale | undefined,
  bins: TypicalBins | undefined,
): readonly LegendEntry[] {
  const { low, high } = colorScale ?? { low: NaN, high: NaN }
  // A cosine that is above 0.99999 need not be above 1.
  const number = numberTexts([low, high], [], { apart: [0, 1, -1] })
  const entries = [
    ['below', below, low, bins?.means?.hasBelow] as const,
    ['above', above, high, bins?.means?.hasAbove] as const,
  ]
  return entries.flatMap(([kind, count, end, hasMeans = false]) => {
    const text =
      bins?.means === undefined
        ? ofCells(count, total)
        : listed([
            ...(hasMeans ? ['means'] : []),
            ...(count === 0 ? [] : [standingText(count, bins.isCut)]),
          ])
    return count > 0 || hasMeans
      ? [{ kind, text: `${kind} ${colorScale ? number(end) : 'all'}: ${text}` }]
      : []
  })
}

/** Returns the legend of a figure on paper. The color bar names what is beyond its ends. */
export function paperLegend(counts: AbsentCounts): readonly LegendEntry[] {
  const kinds = ['padding', 'missing'] as const
  return kinds.flatMap((kind) => (counts[kind] === 0 ? [] : [{ kind, text: kind }]))
}

function ofCells(count: number, total: number): string {
  return `${grouped(count)} of ${counted(total, 'cell')}`
}

function standingText(count: number, isCut: boolean): string {
  const verb = count === 1 && !isCut ? 'stands' : 'stand'
  return `${isCut ? 'at least ' : ''}${counted(count, 'cell')} that ${verb} out`
}

/** Returns the texts at the ends of the color bar beyond which there are cells or means. */
export function barEnds(
  { below, above }: AbsentCounts,
  bins: TypicalBins | undefined,
): FigureText['barEnds'] {
  const { hasBelow = false, hasAbove = false } = bins?.means ?? {}
  const words = (count: number, end: string): string => {
    if (count === 0) return end
    return `${short(count)}${bins?.means !== undefined && bins.isCut ? '+' : ''} ${end}`
  }
  return {
    ...((below > 0 || hasBelow) && { below: words(below, 'below') }),
    ...((above > 0 || hasAbove) && { above: words(above, 'above') }),
  }
}

/** Returns a count in at most four digits, for the color bar; the legend has the exact count. */
function short(count: number): string {
  return format(count < 10_000 ? ',' : '.3~s')(count)
}
