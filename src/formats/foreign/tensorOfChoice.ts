import { cellValues, numbersLike } from '../../tensor/CellValues'
import { layerCountOf, rowOf, tokenText, valuesOfRow, type Tensor } from '../../tensor/Tensor'
import { withDoubt } from '../../tensor/unconfirmed'
import { arrangedTensor } from './arrangedTensor'
import { type NamedTensor } from './Format'
import {
  dimensionOf,
  type Choice,
  type FoundArray,
  type FoundFile,
  type FoundOrigin,
  type NearTokens,
} from './FoundFile'
import { likelyArrangement } from './likelyArrangement'
import { maskOf, withoutMask, type Mask } from './maskOf'

/** Returns the tensor of a foreign file for a choice. Throws RangeError if the file does not have the chosen array. */
export function tensorOfChoice(
  file: FoundFile,
  choice: Choice,
  origin: Pick<FoundOrigin, 'fileName' | 'isCertain' | 'doubt'>,
): NamedTensor & { readonly found: FoundOrigin } {
  const { arrayIndex, arrangement, isMaskMissing, isZeroPadding, isShifted } = choice
  const array = file.arrays[arrayIndex]
  if (array === undefined) throw new RangeError(`no array ${arrayIndex}`)
  const mask = maskOf(array.values)
  const nearTokens = nearTokensOf(array, choice, file.tokenLists)
  const lists =
    isShifted && nearTokens !== undefined ? shiftedLists(file, nearTokens) : file.tokenLists
  const whole = arrangedTensor(withMask(array, mask, isMaskMissing), arrangement, lists)
  const unpadded = unpaddedOf(whole)
  const zeroCount = whole.values.length - unpadded.lengths.reduce((sum, length) => sum + length, 0)
  const certain = isZeroPadding ? withRows(whole, unpadded) : whole
  const tensor = origin.doubt === undefined ? certain : withDoubt(certain, origin.doubt)
  const name = tensorName(file, arrayIndex, origin.fileName)
  return {
    name,
    tensor,
    found: {
      ...origin,
      file,
      choice,
      zeroCount,
      ...(mask && { mask }),
      ...(nearTokens && { nearTokens }),
    },
  }
}

/** Returns the choice that has the most evidence, and whether it should be confirmed. Optional readings are off. */
export function firstChoice(file: FoundFile, arrayIndex: number): FirstChoice {
  const array = file.arrays[arrayIndex] ?? { name: '', dimensions: [], values: new Float64Array() }
  const { arrangement, doubt, isByOrder } = likelyArrangement(array, file.tokenLists)
  const readings = { isMaskMissing: false, isZeroPadding: false, isShifted: false }
  return {
    choice: { arrayIndex, arrangement, ...readings },
    certainty: { isCertain: doubt === undefined, ...(doubt !== undefined && { doubt }) },
    isByOrder,
  }
}

interface FirstChoice {
  readonly choice: Choice
  readonly certainty: Pick<FoundOrigin, 'isCertain' | 'doubt'>
  /** Whether rows are layers only because nothing in the file says otherwise. */
  readonly isByOrder: boolean
}

/** Returns the array with its mask as missing, or with a domain without the mask. */
function withMask(array: FoundArray, mask: Mask | undefined, isMissing: boolean): FoundArray {
  if (mask === undefined) return array
  if (isMissing) return { ...array, values: withoutMask(array.values, mask.value) }
  return { domain: mask.rest, ...array }
}

/** Returns the lengths of the tokens' axis and of a list that is one longer or shorter, if no list fits. */
function nearTokensOf(
  { dimensions }: FoundArray,
  { arrangement }: Choice,
  lists: FoundFile['tokenLists'] = [],
): NearTokens | undefined {
  const { size = 0, labels } = dimensions[dimensionOf(arrangement, 'token')] ?? {}
  const hasTokens = labels !== undefined || lists.some(({ length }) => length === size)
  if (size < 2 || hasTokens) return undefined
  const near = lists.find(({ length }) => Math.abs(length - size) === 1)
  return near && { listLength: near.length, size }
}

/** Returns the lists with the near one moved by one: its first token is left out, or one without a text is added. */
function shiftedLists(
  { tokenLists = [] }: FoundFile,
  { listLength, size }: NearTokens,
): FoundFile['tokenLists'] {
  return tokenLists.map((list) => {
    if (list.length !== listLength) return list
    return listLength > size ? list.slice(1) : ['', ...list]
  })
}

/** Returns the name of a tensor of a foreign file. It includes the array's name if the file has several. */
export function tensorName(file: FoundFile, arrayIndex: number, fileName: string): string {
  const array = file.arrays[arrayIndex]
  return file.arrays.length === 1 ? fileName : `${array?.title ?? array?.name} • ${fileName}`
}

/** Texts that tokenizers use to fill a short sequence. */
const PAD_TEXT = /^(?:\[PAD\]|<\|?pad(?:ding)?\|?>)$/i

/** The part of a tensor's rows that remains without padding. */
interface Unpadded {
  /** Length of each row in cells. */
  readonly lengths: Float64Array
  /** Whether the part is the start of each row or its end. */
  readonly align: Tensor['align']
}

/**
 * Returns the rows without padding. Padding is the zeros at the end of all layers of a query, and its `[PAD]` tokens.
 * If several layers at the end are all zeros, they become empty. A query of only zeros is not changed. If no row ends
 * in padding and all rows are complete, padding is the `[PAD]` tokens at the start.
 */
function unpaddedOf(tensor: Tensor): Unpadded {
  const { queries, tokenCounts, queryRows, rowOffsets } = tensor
  const lengths = rowOffsets.subarray(1).map((end, row) => end - (rowOffsets[row] ?? 0))
  const rowsOf = (query: number): Float64Array =>
    lengths.subarray(queryRows[query], queryRows[query + 1])
  for (const query of queries.keys()) {
    lengths.set(withoutZeros(rowsOf(query), tensor, query), queryRows[query])
  }
  const isWhole = queries.every((_, q) => rowsOf(q).every((length) => length === tokenCounts[q]))
  let align: Tensor['align'] = 'start'
  if (!isWhole) return { lengths, align }
  for (const query of queries.keys()) {
    const padCount = leadingPads(tensor, query)
    if (padCount === 0) continue
    align = 'end'
    const behind = rowsOf(query).map((length) => length - padCount)
    lengths.set(behind, queryRows[query])
  }
  return { lengths, align }
}

/** Returns a copy of the tensor with these rows. */
function withRows(tensor: Tensor, { lengths, align }: Unpadded): Tensor {
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

/** Returns the lengths of a query's rows without padding at the end. */
function withoutZeros(lengths: Float64Array, tensor: Tensor, query: number): Float64Array {
  let tokenCount = 0
  // Most rows are no longer than what an earlier one used, and need no look at their values.
  lengths.forEach((length, layer) => {
    if (length > tokenCount) tokenCount = usedLength(tensor, query, layer, tokenCount)
  })
  if (tokenCount === 0) return lengths
  let usedLayers = lengths.length
  while (usedLength(tensor, query, usedLayers - 1, 0) === 0) usedLayers--
  // A single layer of zeros is a result: the last layer compared with itself.
  if (usedLayers === lengths.length - 1) usedLayers++
  while (tokenCount > 0 && PAD_TEXT.test(tokenText(tensor, query, tokenCount - 1) ?? '')) {
    tokenCount--
  }
  return lengths.map((length, layer) => (layer < usedLayers ? Math.min(length, tokenCount) : 0))
}

/** Returns the length of a row without the zeros at its end, or `least` if it is shorter. */
function usedLength(tensor: Tensor, query: number, layer: number, least: number): number {
  const { values, offset, length } = rowOf(tensor, query, layer)
  let used = length
  while (used > least && values[offset + used - 1] === 0) used--
  return Math.max(least, used)
}
