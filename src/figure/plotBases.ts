import { mapPlots, type Plots } from '../layout/LayoutInput'
import { panelPage, type PanelPage } from '../tensor/panels'
import { wordsOf } from '../tensor/Axes'
import { queryOf, type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { counted } from '../text/counted'
import { visibleProse } from '../text/visibleText'
import { type NoiseCount } from '../analysis/noiseFloor'
import { type AbsentCounts } from './AbsentCounts'
import { type FigureBasis } from './figureBasis'
import { tensorTitle } from './figureText'
import { type TypicalBins } from './TypicalBins'

/** The part of a basis that belongs to a whole figure, whatever the number of its plots. */
export type SharedBasis = Omit<
  FigureBasis,
  'matrix' | 'pyramids' | 'statistics' | 'orders' | 'profiles' | 'specialNote'
>

/** Returns the view of each plot of a figure: one for each panel, or for each of two queries that take turns. */
export function panelViews(tensor: Pick<Tensor, 'queries'>, view: View): Plots<View> {
  return mapPlots(view.flick ?? panelPage(tensor, view).queries, (query) => ({ ...view, query }))
}

/** Returns whether each panel has a color scale of its own. */
export function hasOwnScales({
  view: { scope, lock, domain },
}: Pick<FigureBasis, 'view'>): boolean {
  return scope === 'query' && lock === false && domain !== 'unit' && typeof domain === 'string'
}

/** Returns the basis of the query of a view, with the bases of all panels, or of the query that it takes turns with. */
export function joinedBasis(bases: Plots<FigureBasis>, query: number): FigureBasis {
  const current = bases.find(({ view }) => view.query === query) ?? bases[0]
  const turn = bases.find((basis) => basis !== current)
  if (current.view.flick !== undefined) return turn === undefined ? current : { ...current, turn }
  const { label } = sharedBasis(bases)
  return bases.length === 1 ? current : { ...current, label, panels: bases }
}

/** Returns the basis of the figure of these plots: that of a single plot, or one with the sums of their counts. */
export function sharedBasis(bases: Plots<FigureBasis>): SharedBasis {
  const [first, ...others] = bases
  if (others.length === 0) return first
  const { tensor, view, name } = first
  const labels = bases.map(({ view: { query } }) => queryOf(tensor, query).label)
  const scales = hasOwnScales(first) ? 'each with its own color scale' : 'one color scale'
  return {
    ...first,
    counts: summedCounts(bases.map(({ counts }) => counts)),
    noise: sharedNoise(bases),
    ...sharedBins(bases),
    label: view.title || tensorTitle(tensor) || name,
    description: [
      `${panelWords(panelPage(tensor, view))}, ${scales}.`,
      ...bases.map(({ description }, k) => `${visibleProse(labels[k] ?? '')}: ${description}`),
    ].join(' '),
  }
}

/** Returns the sums of the plots' counts, or undefined if the plots do not have the same noise floor. */
function sharedNoise(bases: Plots<FigureBasis>): NoiseCount | undefined {
  const [{ noise: first }] = bases
  if (first === undefined || bases.some(({ noise }) => noise?.limit !== first.limit))
    return undefined
  return { ...first, ...summedNoiseCounts(bases.map(({ noise }) => noise)) }
}

/** Returns what must be said of several panels, or of queries that take turns: which are shown, and what they lack. */
export function panelNotes({
  tensor,
  view,
}: Pick<FigureBasis, 'tensor' | 'view'>): readonly string[] {
  const page = panelPage(tensor, view)
  const { length } = page.queries
  const inSequence = view.order === 'position' && view.layer_order === 'position'
  if (view.flick !== undefined) {
    const turns = `While two ${wordsOf(tensor).query.many} take turns,`
    return [
      ...(inSequence ? [] : [`${turns} the order is that of the sequence.`]),
      ...(view.profiles ? [`${turns} no profiles are shown.`] : []),
    ]
  }
  if (length === 1) return []
  return [
    ...(length === page.panelCount ? [] : [`${panelWords(page)}.`]),
    ...(hasOwnScales({ view }) ? [ownScalesNote(tensor)] : []),
    ...(inSequence ? [] : [SEQUENCE]),
    ...(view.profiles ? ['Panels have no profiles.'] : []),
  ]
}

const SEQUENCE = 'Panels are in sequence: an order would differ from panel to panel.'

function ownScalesNote({ metric }: Pick<Tensor, 'metric'>): string {
  return `Each panel has its own color scale (${visibleProse(metric)}): colors of different panels are not comparable.`
}

/** Returns the panels of a figure in words: `6 panels`, or `Panels 65–128 of 500`. */
export function panelWords({ queries: { length }, firstPanel, panelCount }: PanelPage): string {
  return length === panelCount
    ? counted(length, 'panel')
    : `Panels ${firstPanel + 1}–${firstPanel + length} of ${panelCount}`
}

/** Returns the sums of the counts of several plots. */
export function summedCounts(all: readonly AbsentCounts[]): AbsentCounts {
  return {
    unaligned: sumOf(all, ({ unaligned }) => unaligned),
    cells: sumOf(all, ({ cells }) => cells),
    padding: sumOf(all, ({ padding }) => padding),
    missing: sumOf(all, ({ missing }) => missing),
    below: sumOf(all, ({ below }) => below),
    above: sumOf(all, ({ above }) => above),
  }
}

/** Returns the sums of the counts of several plots with one noise floor. */
export function summedNoiseCounts(
  all: readonly (NoiseCount | undefined)[],
): Pick<NoiseCount, 'outsideCount' | 'expectedCount' | 'cellCount'> {
  return {
    outsideCount: sumOf(all, (noise) => noise?.outsideCount ?? 0),
    expectedCount: sumOf(all, (noise) => noise?.expectedCount ?? 0),
    cellCount: sumOf(all, (noise) => noise?.cellCount ?? 0),
  }
}

function sharedBins(bases: Plots<FigureBasis>): { readonly bins?: TypicalBins } {
  const [{ bins }] = bases
  if (bins === undefined) return {}
  const hasAny = (of: (bins: TypicalBins) => boolean | undefined): boolean =>
    bases.some((basis) => basis.bins !== undefined && of(basis.bins) === true)
  const means = bins.means && {
    ...bins.means,
    hasBelow: hasAny((each) => each.means?.hasBelow),
    hasAbove: hasAny((each) => each.means?.hasAbove),
  }
  return { bins: { ...bins, ...(means && { means }), isCut: hasAny(({ isCut }) => isCut) } }
}

function sumOf<T>(all: readonly T[], countOf: (each: T) => number): number {
  return all.reduce((sum, each) => sum + countOf(each), 0)
}
