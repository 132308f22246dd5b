import { type Displayed } from '../analysis/displayedOf'
import { type BinPowers, type MeanRange } from '../analysis/meanRange'
import { spreadOf, type Spread } from '../analysis/Spread'
import { meanRangeOf } from '../analysis/Typical'
import { colormaps } from '../color/colormaps'
import { colorScale, type ColorScale } from '../color/ColorScale'
import { centeredEnds, resolveDomain, type ColorNote } from '../color/Domain'
import { cellValues, partOf, type CellValues } from '../tensor/CellValues'
import { cellAt, type Matrix } from '../tensor/Matrix'
import { matrixInView, panelPage } from '../tensor/panels'
import { valuesOfQuery } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { cellsInWindow, isZoomed, type Windows } from '../tensor/Windows'
import { alignmentOf, withOrders, type Orders } from '../tensor/withOrders'

/** Input of the color scale of a figure. */
export interface ScaleInput {
  readonly displayed: Displayed
  /** The values of all queries, if they are not those of `displayed`, of which the rows are queries at a layer. */
  readonly whole?: Displayed
  readonly view: View
  /** The visible part, for a scale of the cells in view; default the whole matrix. */
  readonly windows?: Windows
  /** Orders of the matrix, for the same scale; default the sequence. */
  readonly orders?: Orders
  /** The spread of `scopeValues`; computed if it is absent and needed. */
  readonly spread?: Spread
}

/** Returns the color scale of a figure; undefined if it depends on the values and none is finite. */
export function figureScale(input: ScaleInput): ColorScale | undefined {
  const { displayed, view } = input
  const spread = input.spread ?? (needsSpread(input) ? scopeSpread(input) : undefined)
  const statistics = displayed.statistics[view.query]
  const values = spread ?? statistics
  const pivot = pivotOf(view)
  const setting = view.lock === false ? view.domain : view.lock
  const domain =
    resolveDomain(setting, values, view.pivot, isCentered(view)) ??
    resolveDomain(setting, statistics, view.pivot, isCentered(view))
  if (domain === undefined) return undefined
  const { scale, threshold } = view
  const made = colorScale(domain, { scale, threshold, pivot, ranks: spread?.ranks })
  return { ...made, notes: [...made.notes, ...whoseNotes(input)] }
}

/** Returns the value of the middle color; undefined if the colors do not diverge. */
function pivotOf({ colormap, pivot }: View): number | undefined {
  return colormaps[colormap].isDiverging ? pivot : undefined
}

/** Returns whether a range that the view does not set has a middle: that of differences, and of colors that diverge. */
function isCentered(view: View): boolean {
  return pivotOf(view) !== undefined || view.transform !== 'raw'
}

/** Largest number of queries whose means a scale of all queries spans; of more, as many are chosen evenly. */
const MOST_QUERIES = 64

/**
 * Returns the color scale of the means of bins of one size; undefined if the view sets the ends of the colors otherwise,
 * or if the means do not differ.
 */
export function meansScale(input: ScaleInput, powers: BinPowers): ColorScale | undefined {
  const { displayed, view } = input
  if (view.domain !== 'auto' || view.lock !== false || view.scope === 'view') return undefined
  const ranges = meanRangesInScope(input, powers)
  const ends = ranges.flatMap((range) => range.ends ?? [])
  const range = {
    low: Math.min(...ends.map((each) => each.low)),
    high: Math.max(...ends.map((each) => each.high)),
  }
  // Ranks of several queries would need the means of all of them.
  if (!(range.low < range.high) || (view.scale === 'rank' && ranges.length > 1)) return undefined
  const { low, high } = isCentered(view) ? centeredEnds(range, view.pivot) : range
  const hasOutliers = ranges.some(({ least, most }) => least < low || most > high)
  const { scale, threshold } = view
  const pivot = pivotOf(view)
  // A note stands where single cells have one, so that zooming in does not move the lines below.
  const hasNote = hasOutliers || displayed.statistics[view.query]?.defaultRange !== undefined
  const note = { tag: 'means', hasOutliers } as const
  const domain = { low, high, ...(hasNote && { note }) }
  const made = colorScale(domain, { scale, threshold, pivot, ranks: ranges[0]?.ranks })
  return { ...made, notes: [...made.notes, ...whoseNotes(input)] }
}

/** Returns none for bins of several queries at a layer, whose means are not those of bins of several layers. */
function meanRangesInScope(input: ScaleInput, powers: BinPowers): readonly MeanRange[] {
  const { displayed, whole = displayed, view } = input
  const scope = scopeOf(input)
  if (scope !== 'all') {
    const queries = scope === 'both' ? (view.flick ?? []) : [view.query]
    return queries.map((query) => meanRangeOf(displayed, query, powers))
  }
  if (whole !== displayed && powers.layers > 0) return []
  const { length } = whole.tensor.queries
  const count = Math.min(length, MOST_QUERIES)
  return Array.from({ length: count }, (_, k) => {
    return meanRangeOf(whole, Math.floor((k / count) * length), powers)
  })
}

/** Returns whether a scale depends on more than the statistics of its query. */
export function needsSpread(input: ScaleInput): boolean {
  const { scale, domain } = input.view
  if (scale === 'rank') return true
  if (isFixed(input.view)) return false
  return domain === '98' || domain === '90' || scopeOf(input) !== 'query'
}

/** The values on which a scale depends; NaN for values that do not count, and for padding. */
export interface ScopeValues {
  readonly cellCount: number
  /** Returns the values from index `start` up to, not including, `end`. */
  readonly part: (start: number, end: number) => CellValues
}

/** Returns the values on which a scale depends. */
export function scopeValues(input: ScaleInput): ScopeValues {
  const { displayed, view, windows = {}, orders } = input
  const scope = scopeOf(input)
  const { tensor, counted = tensor } = scope === 'all' ? (input.whole ?? displayed) : displayed
  if (scope === 'view') {
    const queries = view.flick ?? panelPage(counted, view).queries
    const own = queries.length === 1 ? orders : alignmentOf(orders)
    return joinedValues(
      queries.map((query) =>
        visibleValues(withOrders(matrixInView(counted, { ...view, query }), own), windows),
      ),
    )
  }
  if (scope === 'both') {
    return joinedValues(
      (view.flick ?? []).map((query) => wholeValues(valuesOfQuery(counted, query))),
    )
  }
  const values = scope === 'all' ? counted.values : valuesOfQuery(counted, view.query)
  return wholeValues(values)
}

function wholeValues(values: CellValues): ScopeValues {
  return { cellCount: values.length, part: (start, end) => partOf(values, start, end) }
}

/** Returns the spread of the values on which a scale depends. */
export function scopeSpread(input: ScaleInput): Spread {
  const { cellCount, part } = scopeValues(input)
  return spreadOf(part(0, cellCount), input.view.scale === 'rank')
}

/** Returns the scope of the view, or `query` if it is equivalent. Of two queries that take turns, it is `both`. */
function scopeOf({
  displayed,
  whole = displayed,
  view,
  windows = {},
}: ScaleInput): View['scope'] | 'both' {
  if (view.scope === 'all' && whole.tensor.queries.length > 1) return 'all'
  const isPart = isZoomed(windows) || panelPage(displayed.tensor, view).queries.length > 1
  if (view.scope === 'view' && isPart) return 'view'
  return view.flick === undefined ? 'query' : 'both'
}

/** Returns whether the ends do not depend on the values. */
function isFixed({ lock, domain }: View): boolean {
  return lock !== false || domain === 'unit' || typeof domain === 'object'
}

/** Returns the values of several panels, one after the other. */
function joinedValues(all: readonly ScopeValues[]): ScopeValues {
  const [first] = all
  if (first !== undefined && all.length === 1) return first
  const cellCount = all.reduce((sum, each) => sum + each.cellCount, 0)
  return {
    cellCount,
    part: (start, end) => {
      const joined = new Float64Array(end - start)
      let before = 0
      for (const each of all) {
        const [from, to] = [Math.max(start, before), Math.min(end, before + each.cellCount)]
        let at = from - start
        const blocks = from < to ? each.part(from - before, to - before).blocks : []
        for (const block of blocks) {
          joined.set(block, at)
          at += block.length
        }
        before += each.cellCount
      }
      return cellValues(joined)
    },
  }
}

function visibleValues(matrix: Matrix, { columns, layers }: Windows): ScopeValues {
  const [firstColumn, endColumn] = cellsInWindow(columns, matrix.columnCount)
  const [firstRow, endRow] = cellsInWindow(layers, matrix.layerCount)
  // Panels may end before the window.
  const columnCount = Math.max(0, endColumn - firstColumn)
  return {
    cellCount: columnCount * Math.max(0, endRow - firstRow),
    part: (start, end) =>
      cellValues(
        Float64Array.from({ length: end - start }, (_, k) => {
          const row = firstRow + Math.floor((start + k) / columnCount)
          return cellAt(matrix, row, firstColumn + ((start + k) % columnCount)) ?? NaN
        }),
      ),
  }
}

function whoseNotes(input: ScaleInput): readonly ColorNote[] {
  if (input.view.lock !== false) return [{ tag: 'locked' }]
  if (isFixed(input.view)) return []
  const scope = scopeOf(input)
  return scope === 'query' ? [] : [{ tag: 'scope', scope }]
}
