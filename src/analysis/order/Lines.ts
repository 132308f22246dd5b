import {
  EMPTY_ROW,
  layerCountOf,
  rowOf,
  tokenCountOf,
  valuesOfRow,
  type Tensor,
} from '../../tensor/Tensor'

/** Which of a query's two axes: that of its tokens, or that of its layers. */
export type Side = 'tokens' | 'layers'

/** A query's values line by line: of each token over all layers, or of each layer over all tokens. */
export interface Lines {
  readonly count: number
  /** Values of each line. */
  readonly length: number
  /** Fills `line`, which is as long; NaN where a value is missing and where there is none. */
  read(index: number, line: Float64Array): void
}

export function linesOf(tensor: Tensor, queryIndex: number, side: Side): Lines {
  const rows = Array.from({ length: layerCountOf(tensor, queryIndex) }, (_, layer) =>
    rowOf(tensor, queryIndex, layer),
  )
  const tokenCount = tokenCountOf(tensor, queryIndex)
  if (side === 'layers') {
    return {
      count: rows.length,
      length: tokenCount,
      read(index, line) {
        const row = rows[index] ?? EMPTY_ROW
        line.fill(NaN).set(valuesOfRow(row), row.firstToken)
      },
    }
  }
  return {
    count: tokenCount,
    length: rows.length,
    read(index, line) {
      for (const [layer, { values, offset, length, firstToken }] of rows.entries()) {
        const k = index - firstToken
        // oxlint-disable-next-line no-param-reassign -- one line serves all tokens
        line[layer] = k >= 0 && k < length ? (values[offset + k] ?? NaN) : NaN
      }
    },
  }
}

/** Values that are read between two pauses of sliced work. */
const RUN = 1 << 15

/** Lines that are read between two pauses. */
export function pauseEvery({ length }: Lines): number {
  return Math.max(1, Math.floor(RUN / Math.max(1, length)))
}
