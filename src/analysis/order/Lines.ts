import {
  EMPTY_ROW,
  layerCountOf,
  rowOf,
  tokenCountOf,
  valuesOfRow,
  type Row,
  type Tensor,
} from '../../tensor/Tensor'

/** One of the two axes of a query. */
export type LineKind = 'tokens' | 'layers'

/** The values of a query line by line: each token over all layers, or each layer over all tokens. */
export interface Lines {
  readonly count: number
  /** Number of values in each line. */
  readonly length: number
  /** Writes a line into `line`, which must be `length` long; values that are missing or not stored become NaN. */
  read(index: number, line: Float64Array): void
}

/** Returns the lines of a query along one axis. */
export function linesOf(tensor: Tensor, queryIndex: number, side: LineKind): Lines {
  const layerCount = layerCountOf(tensor, queryIndex)
  const tokenCount = tokenCountOf(tensor, queryIndex)
  if (side === 'layers') {
    return {
      count: layerCount,
      length: tokenCount,
      read(index, line) {
        const row = index < layerCount ? rowOf(tensor, queryIndex, index) : EMPTY_ROW
        line.fill(NaN).set(valuesOfRow(row), row.firstToken)
      },
    }
  }
  let rows: readonly Row[] | undefined
  return {
    count: tokenCount,
    length: layerCount,
    read(index, line) {
      // The counts alone are needed more often than the lines, and there may be millions of rows.
      rows ??= Array.from({ length: layerCount }, (_, layer) => rowOf(tensor, queryIndex, layer))
      for (const [layer, { values, offset, length, firstToken }] of rows.entries()) {
        const k = index - firstToken
        // oxlint-disable-next-line no-param-reassign -- one line serves all tokens
        line[layer] = k >= 0 && k < length ? (values[offset + k] ?? NaN) : NaN
      }
    },
  }
}

/** Number of values read between two pauses of sliced work. */
const RUN = 1 << 15

/** Returns the number of lines read between two pauses, at least 1. */
export function pauseEvery({ length }: Lines): number {
  return Math.max(1, Math.floor(RUN / Math.max(1, length)))
}

/** Returns the values of a line that are neither missing nor infinite. */
export function finiteOf(line: Float64Array): Float64Array {
  // A difference with itself is 0 for finite values only.
  return line.filter((value) => value - value === 0)
}
