import { layerCountOf, rowOf, tokenText, type Tensor } from '../../tensor/Tensor'

/** Texts that tokenizers fill a short sequence with. */
const PAD_TEXT = /^(?:\[PAD\]|<\|?pad(?:ding)?\|?>)$/i

/**
 * How long each row is without its padding: it ends before the zeros that all layers of a query end with, and before
 * its `[PAD]` tokens; where several layers of zeros are at the end they are empty. A query of nothing but zeros is left as it is.
 */
export function unpaddedLengths(tensor: Tensor): readonly number[] {
  return tensor.queries.flatMap((_, query) => lengthsOf(tensor, query))
}

/** A copy whose rows end after so many cells. */
export function withRowLengths(tensor: Tensor, lengths: readonly number[]): Tensor {
  const rowOffsets = new Float64Array(lengths.length + 1)
  lengths.forEach((length, row) => {
    rowOffsets[row + 1] = (rowOffsets[row] ?? 0) + length
  })
  const values = tensor.values.slice(0, rowOffsets.at(-1))
  lengths.forEach((length, row) => {
    const start = tensor.rowOffsets[row] ?? 0
    values.set(tensor.values.subarray(start, start + length), rowOffsets[row] ?? 0)
  })
  // With its position a query keeps its past in the canonical file, however short its rows are.
  return { ...tensor, values, rowOffsets, hasQueries: true }
}

function lengthsOf(tensor: Tensor, query: number): number[] {
  const layerCount = layerCountOf(tensor, query)
  const rows = Array.from({ length: layerCount }, (_, layer) => rowOf(tensor, query, layer))
  let tokenCount = 0
  let usedLayers = 0
  rows.forEach(({ offset, length }, layer) => {
    const used = usedLength(tensor.values, offset, length)
    tokenCount = Math.max(tokenCount, used)
    if (used > 0) usedLayers = layer + 1
  })
  if (tokenCount === 0) return rows.map(({ length }) => length)
  // One layer of zeros is a result: of the last one, compared with itself.
  if (usedLayers === layerCount - 1) usedLayers = layerCount
  while (tokenCount > 0 && PAD_TEXT.test(tokenText(tensor, query, tokenCount - 1) ?? '')) {
    tokenCount--
  }
  return rows.map(({ length }, layer) => (layer < usedLayers ? Math.min(length, tokenCount) : 0))
}

function usedLength(values: Tensor['values'], offset: number, length: number): number {
  let used = length
  while (used > 0 && values[offset + used - 1] === 0) used--
  return used
}
