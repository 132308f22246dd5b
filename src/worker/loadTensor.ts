import { statisticsOf } from '../analysis/Statistics'
import { type ByteSource } from '../formats/ByteSource'
import { type ReadOptions } from '../formats/Progress'
import { readTensor } from '../formats/readTensor'
import { type LoadResult } from './LoadMessages'

/** Reads a file and takes the statistics of every query in it. Throws what `readTensor` throws. */
export async function loadTensor(
  source: ByteSource,
  options: ReadOptions = {},
): Promise<LoadResult> {
  const { tensors, notices } = await readTensor(source, options)
  return {
    tensors: tensors.map(({ name, tensor }) => ({
      name,
      tensor,
      statistics: tensor.queries.map((_, queryIndex) => statisticsOf(tensor, queryIndex)),
    })),
    notices,
  }
}
