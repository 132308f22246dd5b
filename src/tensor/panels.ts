import { type Alignment } from './Alignment'
import { columnOfToken, hasToken, matrixOf, tokenOfColumn, type Matrix } from './Matrix'
import { type Tensor } from './Tensor'
import { type PinnedIndex, type View } from './View'
import { withOrders } from './withOrders'

/** Most panels of a figure. Of more queries, a figure shows a page. */
export const MOST_PANELS = 64

/** The panels of a figure, in their order. */
export interface PanelPage {
  /** Index of the query of each panel; a figure of one query has one. */
  readonly queries: readonly [first: number, ...others: number[]]
  /** Number of panels on the pages before. */
  readonly firstPanel: number
  /** Number of panels on all pages. */
  readonly panelCount: number
}

/** The settings of a view that choose its panels: all queries, or the indices of some, and the one in view. */
interface PanelChoice {
  readonly panels: 'one' | 'queries' | readonly number[]
  readonly query: number
}

/** Returns the page of panels that contains the query of the view. Indices of no query, and repeated ones, are left out. */
export function panelPage(
  { queries }: Pick<Tensor, 'queries'>,
  { panels, query }: PanelChoice,
): PanelPage {
  const chosen = typeof panels === 'string' ? undefined : chosenQueries(panels, queries.length)
  const panelCount = panels === 'one' ? 1 : (chosen?.length ?? queries.length)
  const place = chosen?.indexOf(query) ?? query
  if (panelCount < 2 || place < 0) return { queries: [query], firstPanel: 0, panelCount: 1 }
  const firstPanel = place - (place % MOST_PANELS)
  const queryAt = (panel: number): number => chosen?.[panel] ?? panel
  const otherCount = Math.min(MOST_PANELS, panelCount - firstPanel) - 1
  const others = Array.from({ length: otherCount }, (_, k) => queryAt(firstPanel + 1 + k))
  return { queries: [queryAt(firstPanel), ...others], firstPanel, panelCount }
}

/**
 * Returns the query of the first panel on the next page, or on the page before (step −1); undefined if there is no such
 * page.
 */
export function turnedQuery(
  tensor: Pick<Tensor, 'queries'>,
  choice: PanelChoice,
  step: 1 | -1,
): number | undefined {
  const { firstPanel, panelCount } = panelPage(tensor, choice)
  const panel = firstPanel + step * MOST_PANELS
  if (panel < 0 || panel >= panelCount) return undefined
  const { panels } = choice
  return typeof panels === 'string' ? panel : chosenQueries(panels, tensor.queries.length)[panel]
}

/** Returns the query of a view: the first panel's if the view chooses panels, and none of them is its query. */
export function panelQuery(
  { queries }: Pick<Tensor, 'queries'>,
  { panels, query }: PanelChoice,
): number {
  if (typeof panels === 'string') return query
  const chosen = chosenQueries(panels, queries.length)
  return chosen.includes(query) ? query : (chosen[0] ?? query)
}

/** Returns the matrix of the query of a view, in the order of the file. Queries that take turns have the same rectangle. */
export function matrixInView(
  tensor: Tensor,
  { query, axis, width, flick }: Pick<View, 'query' | 'axis' | 'width' | 'flick'>,
): Matrix {
  return matrixOf(tensor, query, axis, width === 'all' ? width : (flick ?? width))
}

/**
 * Returns the pinned cell in the same column of another query; undefined if that query has no token there, or if the
 * columns of an aligned axis are not known.
 */
export function movedCell(
  tensor: Tensor,
  view: Pick<View, 'query' | 'axis' | 'align_to' | 'width' | 'flick'>,
  next: number,
  { cell, alignment }: { readonly cell?: PinnedIndex | undefined; readonly alignment?: Alignment },
): PinnedIndex | undefined {
  const { query: shown, axis, align_to: reference } = view
  if (cell === undefined || next === shown) return cell
  const orders = axis === 'aligned' && alignment?.reference === reference ? { alignment } : {}
  if (axis === 'aligned' && orders.alignment === undefined) return undefined
  const matrixAt = (query: number): Matrix =>
    withOrders(matrixInView(tensor, { ...view, query }), orders)
  const [layer, token] = cell
  const column = columnOfToken(matrixAt(shown), token)
  const matrix = matrixAt(next)
  return layer < matrix.layerCount && hasToken(matrix, column)
    ? [layer, tokenOfColumn(matrix, column)]
    : undefined
}

function chosenQueries(panels: readonly number[], queryCount: number): readonly number[] {
  return [...new Set(panels)].filter((index) => index < queryCount)
}
