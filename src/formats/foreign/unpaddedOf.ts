import { cellValues, numbersLike, type Numbers } from '../../tensor/CellValues'
import { layerCountOf, rowOf, valuesOfRow, tokenText, type Tensor } from '../../tensor/Tensor'

/** Texts that tokenizers use to fill a short sequence. */
const PAD_TEXT = /^(?:\[PAD\]|<\|?pad(?:ding)?\|?>)$/i

/** The part of a tensor's rows that remains without padding. */
export interface Unpadded {
  /** Length of each row in cells. */
  readonly lengths: readonly number[]
  /** Whether the part is the start of each row or its end. */
  readonly align: Tensor['align']
}

/**
 * Returns the rows without padding. Padding is the zeros at the end of all layers of a query, and its `[PAD]` tokens.
 * If several layers at the end are all zeros, they become empty. A query of only zeros is not changed. If no row ends
 * in padding and all rows are complete, padding is the `[PAD]` tokens at the start.
 */
export function unpaddedOf(tensor: Tensor): Unpadded {
  const lengths = tensor.queries.map((_, query) => lengthsOf(tensor, query))
  const isWhole = lengths.every((rows, q) => rows.every((row) => row === tensor.tokenCounts[q]))
  if (!isWhole) return { lengths: lengths.flat(), align: 'start' }
  const behind = lengths.flatMap((rows, query) => {
    const padCount = leadingPads(tensor, query)
    return rows.map((length) => length - padCount)
  })
  return { lengths: behind, align: behind.join() === lengths.join() ? 'start' : 'end' }
}

/** Returns a copy of the tensor with these rows. */
export function withRows(tensor: Tensor, { lengths, align }: Unpadded): Tensor {
  const rowOffsets = new Float64Array(lengths.length + 1)
  lengths.forEach((length, row) => {
    rowOffsets[row + 1] = (rowOffsets[row] ?? 0) + length
  })
  const values = numbersLike(tensor.values, rowOffsets.at(-1) ?? 0)
  let row = 0
  for (let query = 0; query < tensor.queries.length; query++) {
    for (let layer = 0; layer < layerCountOf(tensor, query); layer++, row++) {
      const whole = valuesOfRow(rowOf(tensor, query, layer))
      const length = lengths[row] ?? 0
      const first = align === 'start' ? 0 : whole.length - length
      values.set(whole.subarray(first, first + length), rowOffsets[row] ?? 0)
    }
  }
  // With its position, a query keeps its past in the canonical file, even if its rows are short.
  return { ...tensor, values: cellValues(values), rowOffsets, align, hasQueries: true }
}

function leadingPads(tensor: Tensor, query: number): number {
  let count = 0
  while (PAD_TEXT.test(tokenText(tensor, query, count) ?? '')) count++
  return count
}

function lengthsOf(tensor: Tensor, query: number): number[] {
  const layerCount = layerCountOf(tensor, query)
  const rows = Array.from({ length: layerCount }, (_, layer) => rowOf(tensor, query, layer))
  let tokenCount = 0
  let usedLayers = 0
  rows.forEach((row, layer) => {
    const used = usedLength(valuesOfRow(row))
    tokenCount = Math.max(tokenCount, used)
    if (used > 0) usedLayers = layer + 1
  })
  if (tokenCount === 0) return rows.map(({ length }) => length)
  // A single layer of zeros is a result: the last layer compared with itself.
  if (usedLayers === layerCount - 1) usedLayers = layerCount
  while (tokenCount > 0 && PAD_TEXT.test(tokenText(tensor, query, tokenCount - 1) ?? '')) {
    tokenCount--
  }
  return rows.map(({ length }, layer) => (layer < usedLayers ? Math.min(length, tokenCount) : 0))
}

function usedLength(values: Numbers): number {
  let used = values.length
  while (used > 0 && values[used - 1] === 0) used--
  return used
}
