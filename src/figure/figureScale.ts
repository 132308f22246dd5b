import { type Displayed } from '../analysis/displayedOf'
import { spreadOf, type Spread } from '../analysis/Spread'
import { colorScale, type ColorScale } from '../color/ColorScale'
import { resolveDomain, type ColorNote } from '../color/Domain'
import { colormaps } from '../color/colormaps'
import { cellValues, partOf, type CellValues } from '../tensor/CellValues'
import { cellAt, matrixOf, type Matrix, type Orders } from '../tensor/Matrix'
import { valuesOfQuery } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { cellsInWindow, isZoomed, type Windows } from '../tensor/Windows'

/** What the color scale of a figure goes by. */
export interface ScaleInput {
  readonly displayed: Displayed
  readonly view: View
  /** Matter where the scale goes by what is in view; default the whole matrix. */
  readonly windows?: Windows
  readonly orders?: Orders
  /** Of `scopeValues`, where it is at hand; else it is made where it is needed. */
  readonly spread?: Spread
}

/** The scale of a figure; undefined where it needs values and none is finite. */
export function figureScale(input: ScaleInput): ColorScale | undefined {
  const { displayed, view } = input
  const spread = input.spread ?? (needsSpread(input) ? scopeSpread(input) : undefined)
  const statistics = displayed.statistics[view.query]
  const values = spread ?? statistics
  const pivot = colormaps[view.colormap].isDiverging ? view.pivot : undefined
  const setting = view.lock === false ? view.domain : view.lock
  const domain =
    resolveDomain(setting, values, view.pivot) ?? resolveDomain(setting, statistics, view.pivot)
  if (domain === undefined) return undefined
  const { scale, threshold } = view
  const made = colorScale(domain, { scale, threshold, pivot, ranks: spread?.ranks })
  return { ...made, notes: [...made.notes, ...whoseNotes(input)] }
}

/** Whether a scale takes more than the statistics of its query. */
export function needsSpread(input: ScaleInput): boolean {
  const { scale, domain } = input.view
  if (scale === 'rank') return true
  if (isFixed(input.view)) return false
  return domain === '98' || domain === '90' || scopeOf(input) !== 'query'
}

/** The values that a scale goes by, as far as they count; NaN also for padding. */
export interface ScopeValues {
  readonly cellCount: number
  /** Those from one index up to another. */
  readonly part: (start: number, end: number) => CellValues
}

export function scopeValues(input: ScaleInput): ScopeValues {
  const { displayed, view, windows = {}, orders } = input
  const { tensor, counted = tensor } = displayed
  const scope = scopeOf(input)
  if (scope === 'view') {
    const matrix = matrixOf(counted, view.query, view.axis, view.width)
    return visibleValues({ ...matrix, ...orders }, windows)
  }
  const values = scope === 'all' ? counted.values : valuesOfQuery(counted, view.query)
  return { cellCount: values.length, part: (start, end) => partOf(values, start, end) }
}

/** How the values that a scale goes by are spread. */
export function scopeSpread(input: ScaleInput): Spread {
  const { cellCount, part } = scopeValues(input)
  return spreadOf(part(0, cellCount), input.view.scale === 'rank')
}

/** The view's scope, or the plain one where that is the same. */
function scopeOf({ displayed, view, windows = {} }: ScaleInput): View['scope'] {
  if (view.scope === 'all' && displayed.tensor.queries.length > 1) return 'all'
  return view.scope === 'view' && isZoomed(windows) ? 'view' : 'query'
}

/** Whether the ends are numbers, whatever the values are. */
function isFixed({ lock, domain }: View): boolean {
  return lock !== false || domain === 'unit' || typeof domain === 'object'
}

function visibleValues(matrix: Matrix, { columns, layers }: Windows): ScopeValues {
  const [firstColumn, endColumn] = cellsInWindow(columns, matrix.columnCount)
  const [firstRow, endRow] = cellsInWindow(layers, matrix.layerCount)
  const columnCount = endColumn - firstColumn
  return {
    cellCount: columnCount * (endRow - firstRow),
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
