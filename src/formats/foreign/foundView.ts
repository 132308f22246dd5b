import { DEFAULT_AXES } from '../../tensor/Axes'
import { partOf } from '../../tensor/CellValues'
import { type JsonValue } from '../../tensor/Tensor'
import { type ArrangedValues } from './arrangedValues'
import { type Dimension, type FoundArray, type Role } from './FoundFile'

/** The dimension of each role; undefined if no dimension has the role. */
export type Roles = Readonly<Partial<Record<Role, Dimension>>>

/** Returns the opening view that the file sets. `column` is the name of the columns' axis. */
export function foundView(
  array: FoundArray,
  { query, layer }: Roles,
  { isFlipped, column }: { readonly isFlipped: boolean; readonly column: string },
): Record<string, JsonValue> {
  return {
    axis: 'position',
    ...(layer?.isDescending !== undefined && {
      layers: layer.isDescending === isFlipped ? 'up' : 'down',
    }),
    ...domainOf(array),
    // Without a query the tokens are no past.
    ...(query === undefined && column === DEFAULT_AXES.column && { x_title: column }),
  }
}

function domainOf({ domain: [low, high] = [0, 0] }: FoundArray): Record<string, JsonValue> {
  return low < high && Number.isFinite(high - low) ? { domain: [low, high] } : {}
}

/**
 * Returns the `query` of the view with which the figure opens, or no setting if it is the first query. If queries look
 * back, as in causal attention, the first query has only itself as its past, so the last query is shown.
 */
export function openingQuery(storage: ArrangedValues): Record<string, JsonValue> {
  const last = storage.queryRows.length - 2
  if (last < 1) return {}
  const lastCount = filledCount(storage, last)
  // Single zeros are no evidence.
  return lastCount > 0 && lastCount >= 2 * filledCount(storage, 0) ? { query: last } : {}
}

/** Returns the number of values of a query that exist and are not 0. */
function filledCount({ values, rowOffsets, queryRows }: ArrangedValues, query: number): number {
  const start = rowOffsets[queryRows[query] ?? 0] ?? 0
  const end = rowOffsets[queryRows[query + 1] ?? 0] ?? 0
  let count = 0
  for (const block of partOf(values, start, end).blocks) {
    for (const value of block) if (Math.abs(value) > 0) count++
  }
  return count
}
