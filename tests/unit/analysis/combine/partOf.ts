import { type Part } from '../../../../src/analysis/combine/Part'
import { combined, type Combined } from '../../../../src/analysis/combine/combined'
import { finish } from '../../../../src/analysis/Sliced'
import { readTensor } from '../../../../src/formats/readTensor'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { sourceOfText } from '../../../../src/formats/source/ByteSource'
import { type Tensor } from '../../../../src/tensor/Tensor'

/** A query of a tensor, in its own values. */
export function partOf(tensor: Tensor, queryIndex = 0, name = 'a'): Part {
  return { name, tensor, queryIndex, transform: 'raw' }
}

export function combine(parts: readonly Part[]): Combined {
  return finish(combined(parts))
}

/** The tensor that is read from what is written of another. */
export async function reread(tensor: Tensor): Promise<Tensor> {
  const { tensors } = await readTensor(sourceOfText(canonicalJson(tensor).join(''), 'a.json'))
  const again = tensors[0]?.tensor
  if (again === undefined) throw new Error('nothing was read')
  return again
}
