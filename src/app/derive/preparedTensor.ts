import { asLoaded, type Displayed } from '../../analysis/displayedOf'
import { type Tensor } from '../../tensor/Tensor'
import { MAX_COST_AT_ONCE } from './derived'
import { copyOfValues, inSlices } from '../../worker/inSlices'
import { type Work } from './Work'

/**
 * Returns what is shown of a tensor that was made on the page, as a loaded one has it. A large tensor is read in a
 * worker, which gets a copy of its values.
 */
export async function preparedTensor(tensor: Tensor, { jobs, signal }: Work): Promise<Displayed> {
  if (tensor.values.length <= MAX_COST_AT_ONCE) return asLoaded(tensor)
  const values = await inSlices(copyOfValues(tensor.values), signal)
  // Texts and companions are not needed there, and to send very many takes long.
  const { companions: _companions, atLayer: _atLayer, ...rest } = tensor
  const sent: Tensor = { ...rest, values, tokens: { kind: 'none' } }
  return { ...(await jobs.run('prepare', sent, { signal })), tensor }
}
