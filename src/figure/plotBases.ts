import { mapPlots, type Plots } from '../layout/LayoutInput'
import { queryOf } from '../tensor/Tensor'
import { counted } from '../text/counted'
import { visibleProse } from '../text/visibleText'
import { type NoiseCount } from '../analysis/noiseFloor'
import { figureBasis, type FigureBasis, type FigureInput } from './figureBasis'
import { figureScale } from './figureScale'
import { tensorTitle } from './figureText'

/** The part of a basis that belongs to a whole figure, whatever the number of its plots. */
export type SharedBasis = Omit<
  FigureBasis,
  'matrix' | 'pyramids' | 'statistics' | 'orders' | 'profiles' | 'specialNote'
>

/**
 * Returns the basis of a plot for each query, all with one color scale: that of all queries, unless the view sets its
 * ends. Orders, profiles and counts of the input belong to one query, so they are not used. Throws RangeError for a
 * query that the tensor does not have.
 */
export function plotBases(
  { tensor, displayed, name, windows = {}, view: shown }: FigureInput,
  queries: Plots<number>,
): Plots<FigureBasis> {
  const view = { ...shown, scope: 'all' } as const
  const input = { tensor, displayed, name, windows, view }
  const scale = figureScale(input)
  return mapPlots(queries, (query) => figureBasis({ ...input, scale, view: { ...view, query } }))
}

/** Returns the basis of the figure of these plots: that of a single plot, or one with the sums of their counts. */
export function sharedBasis(bases: Plots<FigureBasis>): SharedBasis {
  const [first, ...others] = bases
  if (others.length === 0) return first
  const { tensor, view, name } = first
  const labels = bases.map(({ view: { query } }) => queryOf(tensor, query).label)
  return {
    ...first,
    counts: {
      unaligned: sumOf(bases, ({ counts }) => counts.unaligned),
      cells: sumOf(bases, ({ counts }) => counts.cells),
      padding: sumOf(bases, ({ counts }) => counts.padding),
      missing: sumOf(bases, ({ counts }) => counts.missing),
      below: sumOf(bases, ({ counts }) => counts.below),
      above: sumOf(bases, ({ counts }) => counts.above),
    },
    noise: sharedNoise(bases),
    label: view.title || tensorTitle(tensor) || name,
    description: [
      `${counted(bases.length, 'panel')}, one color scale.`,
      ...bases.map(({ description }, k) => `${visibleProse(labels[k] ?? '')}: ${description}`),
    ].join(' '),
  }
}

/** Returns the sums of the plots' counts, or undefined if the plots do not have the same noise floor. */
function sharedNoise(bases: Plots<FigureBasis>): NoiseCount | undefined {
  const [{ noise: first }] = bases
  if (first === undefined || bases.some(({ noise }) => noise?.limit !== first.limit))
    return undefined
  return {
    ...first,
    outsideCount: sumOf(bases, ({ noise }) => noise?.outsideCount ?? 0),
    expectedCount: sumOf(bases, ({ noise }) => noise?.expectedCount ?? 0),
    cellCount: sumOf(bases, ({ noise }) => noise?.cellCount ?? 0),
  }
}

function sumOf(bases: Plots<FigureBasis>, countOf: (basis: FigureBasis) => number): number {
  return bases.reduce((sum, basis) => sum + countOf(basis), 0)
}
