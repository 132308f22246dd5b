import {
  displayedOf,
  isAsLoaded,
  type Displayed,
  type DisplaySettings,
} from '../../analysis/displayedOf'
import { inOne } from '../../analysis/Sliced'
import { packed } from '../../worker/packedLists'
import { copyOfValues, inSlices } from '../../worker/inSlices'
import { derived } from './derived'
import { type Work } from './Work'

interface DisplayInput {
  /** The tensor as it was loaded. */
  readonly raw: Displayed
  readonly settings: DisplaySettings
}

/** The values of a tensor as a view displays them. With a transform, they are a second array of the tensor's length. */
export const displayedValues = derived<DisplayInput, Displayed>({
  of: ({ raw }) => raw.tensor,
  key: ({ settings: { transform, special } }) => `${transform} ${special === 'exclude'}`,
  known: ({ raw, settings }) => (isAsLoaded(settings) ? raw : undefined),
  cost: ({ raw }) => raw.tensor.values.length,
  make: ({ raw, settings }) => inOne(() => displayedOf(raw, settings)),
  makeElsewhere: displayedInWorker,
})

async function displayedInWorker(
  { raw, settings }: DisplayInput,
  { jobs, signal }: Work,
): Promise<Displayed> {
  const { statistics, tensor, pyramids } = raw
  const values = await inSlices(copyOfValues(tensor.values), signal)
  const { companions: _companions, ...rest } = tensor
  const copy = { tensor: { ...rest, values }, statistics, pyramids: [] }
  const sent = await inSlices(packed(copy), signal)
  const displayed = await jobs.run('display', { raw: sent, settings }, { signal })
  // If the values are not transformed, the copy that comes back is dropped in favor of the tensor's own values.
  return settings.transform === 'raw' ? { ...displayed, tensor, pyramids } : displayed
}
