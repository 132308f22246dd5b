import { type LoadedFile, type LoadedTensor } from '../../worker/jobs'
import { type Work } from '../derive/Work'
import { arrangeFound } from './arrangeFound'
import { recallChoice } from './rememberedAxes'

/** Returns a loaded foreign file with its tensors arranged as in the last file of the same form. */
export async function withRecalled(result: LoadedFile, work: Work): Promise<LoadedFile> {
  if (result.tensors.every(({ found }) => found === undefined)) return result
  const recalled = async (loaded: LoadedTensor): Promise<LoadedTensor> => {
    const { found } = loaded
    const choice = found && recallChoice(found)
    if (found === undefined || choice === undefined) return loaded
    if (choice.arrangement.join() === found.choice.arrangement.join()) {
      return { ...loaded, found: { ...found, isCertain: true } }
    }
    return arrangeFound(found, choice, work)
  }
  return { ...result, tensors: await Promise.all(result.tensors.map(recalled)) }
}
