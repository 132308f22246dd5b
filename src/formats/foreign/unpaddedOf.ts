import { cellValues, numbersLike, type Numbers } from '../../tensor/CellValues'
import { layerCountOf, rowOf, valuesOfRow, tokenText, type Tensor } from '../../tensor/Tensor'

/** Texts that tokenizers fill a short sequence with. */
const PAD_TEXT = /^(?:\[PAD\]|<\|?pad(?:ding)?\|?>)$/i

/** What is left of a tensor's rows without their padding. */
export interface Unpadded {
  /** Of each row, in cells. */
  readonly lengths: readonly number[]
  /** Whether it is the start of each row or its end. */
  readonly align: Tensor['align']
}

/**
 * Rows end before the zeros that all layers of a query end with, and before its `[PAD]` tokens; where several layers of
 * zeros are at the end they are empty. A query of nothing but zeros is left as it is. Where no row ends in padding and
 * all are whole, they begin behind the `[PAD]` tokens that they begin with.
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

/** A copy with these rows. */
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
  // With its position a query keeps its past in the canonical file, however short its rows are.
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
  // One layer of zeros is a result: of the last one, compared with itself.
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
