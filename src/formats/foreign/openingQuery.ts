import { partOf } from '../../tensor/CellValues'
import { type JsonValue, type Tensor } from '../../tensor/Tensor'

type Storage = Pick<Tensor, 'values' | 'rowOffsets' | 'queryRows'>

/**
 * Returns the `query` of the view with which the figure opens, or no setting if it is the first query. If queries look
 * back, as in causal attention, the first query has only itself as its past, so the last query is shown.
 */
export function openingQuery(storage: Storage): Record<string, JsonValue> {
  const last = storage.queryRows.length - 2
  if (last < 1) return {}
  const lastCount = filledCount(storage, last)
  // Single zeros are no evidence.
  return lastCount > 0 && lastCount >= 2 * filledCount(storage, 0) ? { query: last } : {}
}

/** Returns the number of values of a query that exist and are not 0. */
function filledCount({ values, rowOffsets, queryRows }: Storage, query: number): number {
  const start = rowOffsets[queryRows[query] ?? 0] ?? 0
  const end = rowOffsets[queryRows[query + 1] ?? 0] ?? 0
  let count = 0
  for (const block of partOf(values, start, end).blocks) {
    for (const value of block) if (Math.abs(value) > 0) count++
  }
  return count
}
