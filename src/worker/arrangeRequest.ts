import { type Choice, type FoundOrigin } from '../formats/foreign/FoundFile'
import { tensorName } from '../formats/foreign/tensorOfChoice'
import { type ArrangeRequest, type LoadedTensor, type LoadResult } from './LoadMessages'

/** Asks for a choice, with a copy of its array alone: the page's own is being drawn. */
export function arrangeRequest({ file, fileName }: FoundOrigin, choice: Choice): ArrangeRequest {
  const array = file.arrays[choice.arrayIndex]
  return {
    type: 'arrange',
    name: fileName,
    file: { ...file, arrays: array ? [{ ...array, values: array.values.slice() }] : [] },
    choice: { ...choice, arrayIndex: 0 },
  }
}

/** The answer with its file: the array that comes back takes the old one's place, so that it is not held twice.
 * Throws RangeError where the file has no such array. */
export function arranged(
  { tensors }: LoadResult,
  origin: FoundOrigin,
  choice: Choice,
): LoadedTensor {
  const [loaded] = tensors
  const [array] = loaded?.found?.file.arrays ?? []
  if (loaded?.found === undefined || array === undefined) {
    throw new RangeError(`no array ${choice.arrayIndex} in the file`)
  }
  const { arrayIndex } = choice
  const file = { ...origin.file, arrays: origin.file.arrays.with(arrayIndex, array) }
  const name = tensorName(file, arrayIndex, origin.fileName)
  return { ...loaded, name, found: { ...loaded.found, file, choice } }
}
