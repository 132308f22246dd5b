import { arranged, arrangeRequest } from '../../worker/arrangeRequest'
import { type LoadClient, type LoadOptions } from '../../worker/LoadClient'
import { type LoadedTensor, type LoadResult } from '../../worker/LoadMessages'
import { recallChoice } from './rememberedAxes'

/** Arranges the tensors of a foreign file as those of the last file of the same form were. */
export async function withRecalled(
  client: LoadClient,
  result: LoadResult,
  options: LoadOptions,
): Promise<LoadResult> {
  if (result.tensors.every(({ found }) => found === undefined)) return result
  const recalled = async (loaded: LoadedTensor): Promise<LoadedTensor> => {
    const { found } = loaded
    const choice = found && recallChoice(found)
    if (found === undefined || choice === undefined) return loaded
    if (choice.arrangement.join() === found.choice.arrangement.join()) {
      return { ...loaded, found: { ...found, isCertain: true } }
    }
    return arranged(await client.arrange(arrangeRequest(found, choice), options), found, choice)
  }
  return { ...result, tensors: await Promise.all(result.tensors.map(recalled)) }
}
