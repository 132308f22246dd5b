import { type LoadResult } from './LoadMessages'

/** The buffers of a result's numbers, each once, for handing them over instead of copying them. */
export function buffersOf({ tensors }: LoadResult): ArrayBuffer[] {
  const buffers = tensors.flatMap(({ tensor, pyramids, counted = tensor, found }) => [
    ...[...tensor.values.blocks, ...counted.values.blocks].map(({ buffer }) => buffer),
    tensor.rowOffsets.buffer,
    tensor.queryRows.buffer,
    tensor.tokenCounts.buffer,
    ...pyramids.flat().flatMap(({ min, max }) => [min.buffer, max.buffer]),
    ...(found?.file.arrays.map(({ values }) => values.buffer) ?? []),
  ])
  return [...new Set(buffers)].filter((buffer) => buffer instanceof ArrayBuffer)
}
