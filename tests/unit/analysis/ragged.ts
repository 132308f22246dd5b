import { DEFAULT_AXES } from '../../../src/tensor/Axes'
import { type Tensor } from '../../../src/tensor/Tensor'
import { cellValues } from '../../../src/tensor/CellValues'

export interface RaggedOptions {
  readonly align?: 'start' | 'end'
  readonly texts?: readonly string[]
  readonly position?: number
  readonly firstIndex?: number
  readonly float32?: boolean
}

/** A tensor of `queries[query][layer][token]`; every query's past is as long as its longest row. */
export function ragged(
  queries: readonly (readonly (readonly number[])[])[],
  options: RaggedOptions = {},
): Tensor {
  const { align = 'start', texts, firstIndex = 0, float32 = false } = options
  const rows = queries.flat()
  const rowOffsets = new Float64Array(rows.length + 1)
  rows.forEach((row, r) => (rowOffsets[r + 1] = (rowOffsets[r] ?? 0) + row.length))
  const queryRows = new Uint32Array(queries.length + 1)
  queries.forEach((layers, q) => (queryRows[q + 1] = (queryRows[q] ?? 0) + layers.length))
  const tokenCounts = Uint32Array.from(queries, (layers) =>
    Math.max(texts?.length ?? 0, 0, ...layers.map((row) => row.length)),
  )
  return {
    values: cellValues(float32 ? Float32Array.from(rows.flat()) : Float64Array.from(rows.flat())),
    rowOffsets,
    queryRows,
    tokenCounts,
    queries: queries.map((_, q) => ({
      label: `Meta Token #${q + 1}`,
      position: options.position ?? firstIndex + (tokenCounts[q] ?? 0),
    })),
    hasQueries: true,
    tokens: texts === undefined ? { kind: 'none' } : { kind: 'shared', texts },
    firstIndex,
    align,
    special: [],
    metric: 'cosine similarity',
    axes: DEFAULT_AXES,
    extra: [],
    queryExtra: [],
  }
}
