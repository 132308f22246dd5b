import { statisticsOf } from '../analysis/Statistics'
import { type ReadTensors } from '../formats/ReadTensors'
import { pyramidOf } from '../tensor/Pyramid'
import { type LoadResult } from './LoadMessages'

/** Takes of every tensor what the page would otherwise go through all cells for. */
export function loadedTensors({ tensors, notices }: ReadTensors): LoadResult {
  return {
    tensors: tensors.map(({ name, tensor, found }) => ({
      name,
      tensor,
      ...(found && { found }),
      statistics: tensor.queries.map((_, queryIndex) => statisticsOf(tensor, queryIndex)),
      pyramid: pyramidOf(tensor.values),
    })),
    notices,
  }
}
