import { asLoaded } from '../analysis/displayedOf'
import { type ReadTensors } from '../formats/foreign/ReadTensors'
import { type LoadResult } from './LoadMessages'

/** Takes of every tensor what the page would otherwise go through all cells for. */
export function loadedTensors({ tensors, ...rest }: ReadTensors): LoadResult {
  return {
    tensors: tensors.map(({ name, tensor, found, carriedView }) => ({
      name,
      ...(found && { found }),
      ...(carriedView !== undefined && { carriedView }),
      ...asLoaded(tensor),
    })),
    ...rest,
  }
}
