import { type Tensor } from '../../tensor/Tensor'
import { type QueryRows } from './readValues'
import { type TrimmedNumbers } from './trimNumbers'

/** The numbers of a slice, whose rows follow one another in the file: a view, not a copy. */
export function storageOf(
  queries: readonly QueryRows[],
  { numbers, origin }: TrimmedNumbers,
): Pick<Tensor, 'values' | 'rowOffsets' | 'queryRows'> {
  const rows = queries.flatMap((query) => query.rows)
  const rowOffsets = new Float64Array(rows.length + 1)
  rows.forEach((row, r) => {
    rowOffsets[r + 1] = (rowOffsets[r] ?? 0) + (row?.length ?? 0)
  })
  const queryRows = new Uint32Array(queries.length + 1)
  queries.forEach((query, q) => {
    queryRows[q + 1] = (queryRows[q] ?? 0) + query.rows.length
  })
  const start = (rows.find((row) => row !== undefined)?.start ?? origin) - origin
  const values = numbers.subarray(start, start + (rowOffsets[rows.length] ?? 0))
  return { values, rowOffsets, queryRows }
}
