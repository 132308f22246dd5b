import { mapPlots, type Plots } from '../layout/LayoutInput'
import { visibleProse } from '../text/visibleText'
import { counted } from '../text/counted'
import { queryOf } from '../tensor/Tensor'
import { figureBasis, type FigureBasis, type FigureInput } from './figureBasis'
import { figureScale } from './figureScale'
import { tensorTitle } from './figureText'

/** What holds for a whole figure, whether it has one plot or several. */
export type SharedBasis = Omit<
  FigureBasis,
  'matrix' | 'pyramids' | 'statistics' | 'orders' | 'profiles' | 'specialNote'
>

/**
 * Returns the basis of a plot for each query, all with one color scale: that of all queries, unless the view sets its
 * ends. Orders, profiles and counts that are at hand belong to one query, so that they are left to each plot. Throws
 * RangeError for a query that the tensor does not have.
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

/** Returns what a figure of these plots has once: of one plot its own, of several their sums. */
export function sharedBasis(bases: Plots<FigureBasis>): SharedBasis {
  const [first, ...others] = bases
  if (others.length === 0) return first
  const { tensor, view, name } = first
  const labels = bases.map(({ view: { query } }) => queryOf(tensor, query).label)
  return {
    ...first,
    counts: {
      padding: sumOf(bases, ({ counts }) => counts.padding),
      missing: sumOf(bases, ({ counts }) => counts.missing),
      below: sumOf(bases, ({ counts }) => counts.below),
      above: sumOf(bases, ({ counts }) => counts.above),
    },
    noise: first.noise && {
      ...first.noise,
      outsideCount: sumOf(bases, ({ noise }) => noise?.outsideCount ?? 0),
      expectedCount: sumOf(bases, ({ noise }) => noise?.expectedCount ?? 0),
      cellCount: sumOf(bases, ({ noise }) => noise?.cellCount ?? 0),
    },
    label: view.title || tensorTitle(tensor) || name,
    description: [
      `${counted(bases.length, 'panel')}, one color scale.`,
      ...bases.map(({ description }, k) => `${visibleProse(labels[k] ?? '')}: ${description}`),
    ].join(' '),
  }
}

function sumOf(bases: Plots<FigureBasis>, countOf: (basis: FigureBasis) => number): number {
  return bases.reduce((sum, basis) => sum + countOf(basis), 0)
}
