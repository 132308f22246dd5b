import { companionBlocks } from '../tensor/companionsAt'
import { type Displayed } from '../analysis/displayedOf'
import { type NamedTensor } from '../formats/foreign/Format'
import { type Packable } from './packedLists'

/** Returns all arrays of numbers in a tensor; some may occur more than once. */
export function numbersOf({
  tensor,
  pyramids,
  counted = tensor,
  found,
  lists,
}: Packable & Pick<NamedTensor, 'found'>): readonly ArrayBufferView[] {
  return [
    ...tensor.values.blocks,
    ...counted.values.blocks,
    tensor.rowOffsets,
    tensor.queryRows,
    tensor.tokenCounts,
    ...companionBlocks(tensor),
    ...numbersOfPyramids(pyramids),
    ...(lists ? [lists.queries.numbers, lists.statistics.numbers] : []),
    ...(found?.file.arrays.map(({ values }) => values) ?? []),
  ]
}

/** Returns all arrays of numbers in the pyramids of a tensor. */
export function numbersOfPyramids(pyramids: Displayed['pyramids']): readonly ArrayBufferView[] {
  return pyramids.flat().flatMap(({ min, max, sum, count }) => [min, max, sum, count])
}

/** Returns each buffer once: a buffer that two arrays share cannot be transferred twice. */
export function buffersOf(arrays: readonly ArrayBufferView[]): readonly ArrayBuffer[] {
  const buffers = new Set(arrays.map(({ buffer }) => buffer))
  return [...buffers].filter((buffer) => buffer instanceof ArrayBuffer)
}

/** Returns the size of arrays in bytes. */
export function byteCountOf(arrays: readonly ArrayBufferView[]): number {
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
}
