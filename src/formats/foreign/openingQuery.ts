import { partOf } from '../../tensor/CellValues'
import { type JsonValue, type Tensor } from '../../tensor/Tensor'

type Storage = Pick<Tensor, 'values' | 'rowOffsets' | 'queryRows'>

/** Of queries that look back, as in causal attention, the first sees itself only: then the figure opens with the last. */
export function openingQuery(storage: Storage): Record<string, JsonValue> {
  const last = storage.queryRows.length - 2
  if (last < 1) return {}
  const lastCount = filledCount(storage, last)
  // A zero here and there says nothing.
  return lastCount > 0 && lastCount >= 2 * filledCount(storage, 0) ? { query: last } : {}
}

/** How many values of a query are there and not 0. */
function filledCount({ values, rowOffsets, queryRows }: Storage, query: number): number {
  const start = rowOffsets[queryRows[query] ?? 0] ?? 0
  const end = rowOffsets[queryRows[query + 1] ?? 0] ?? 0
  let count = 0
  for (const block of partOf(values, start, end).blocks) {
    for (const value of block) if (Math.abs(value) > 0) count++
  }
  return count
}
