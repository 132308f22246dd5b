import { mapBlocks, numbersLike, type CellValues } from '../../tensor/CellValues'
import { nextTask } from './binsInSlices'

/** Numbers copied without a pause: about two milliseconds of work. */
const SLICE = 1 << 20

/** Returns a copy of values in blocks as theirs, made in slices that leave the page responsive. Rejects where aborted. */
export async function copyInSlices(values: CellValues, signal?: AbortSignal): Promise<CellValues> {
  const copy = mapBlocks(values, (block) => numbersLike(values, block.length))
  for (const [index, block] of values.blocks.entries()) {
    for (let start = 0; start < block.length; start += SLICE) {
      copy.blocks[index]?.set(block.subarray(start, start + SLICE), start)
      // oxlint-disable-next-line no-await-in-loop -- the pause is the point: one slice after the other
      await nextTask()
      signal?.throwIfAborted()
    }
  }
  return copy
}
