import { type Choice, type FoundOrigin } from '../../formats/foreign/FoundFile'
import { tensorName } from '../../formats/foreign/tensorOfChoice'
import { confirmed } from '../../tensor/unconfirmed'
import { type ArrangedTensor, type LoadedFile, type LoadedTensor } from '../../worker/JobTypes'
import { copyOfNumbers, inSlices } from '../../worker/inSlices'
import { type Work } from '../derive/Work'
import { recallChoice } from './recallChoice'

/**
 * Arranges a foreign file's tensor as chosen, in a worker. The worker gets a copy, since the page's own array is being
 * drawn; the array that it returns replaces the one in the file, so that the values are not held twice. Rejects with
 * `RangeError` if the file has no such array, or with the worker client's error.
 */
export async function arrangeFound(
  { file, fileName }: FoundOrigin,
  choice: Choice,
  { jobs, signal }: Work,
): Promise<ArrangedTensor> {
  const { arrayIndex } = choice
  const array = file.arrays[arrayIndex]
  if (array === undefined) throw new RangeError(`no array ${arrayIndex} in the file`)
  const values = await inSlices(copyOfNumbers(array.values), signal)
  const alone = { ...file, arrays: [{ ...array, values }] }
  const input = { fileName, file: alone, choice: { ...choice, arrayIndex: 0 } }
  const { found, ...arranged } = await jobs.run('arrange', input, { signal })
  const whole = { ...file, arrays: file.arrays.toSpliced(arrayIndex, 1, ...found.file.arrays) }
  return {
    ...arranged,
    name: tensorName(whole, arrayIndex, fileName),
    found: { ...found, file: whole, choice },
  }
}

/** Returns a loaded foreign file with its tensors arranged as in the last file of the same form. */
export async function withRecalled(result: LoadedFile, work: Work): Promise<LoadedFile> {
  if (result.tensors.every(({ found }) => found === undefined)) return result
  const recalled = async (loaded: LoadedTensor): Promise<LoadedTensor> => {
    const { found } = loaded
    const choice = found && recallChoice(found)
    if (found === undefined || choice === undefined) return loaded
    if (choice.arrangement.join() === found.choice.arrangement.join()) {
      return { ...loaded, tensor: confirmed(loaded.tensor), found: { ...found, isCertain: true } }
    }
    return arrangeFound(found, choice, work)
  }
  return { ...result, tensors: await Promise.all(result.tensors.map(recalled)) }
}
