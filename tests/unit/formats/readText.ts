import { type ReadTensors } from '../../../src/formats/foreign/Format'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfText } from '../../../src/formats/source/ByteSource'
import { type Tensor } from '../../../src/tensor/Tensor'

export function readText(text: string, name = 'sims.json'): Promise<ReadTensors> {
  return readTensor(sourceOfText(text, name))
}

/** The only tensor of a document given as a value; NaN cannot be written this way. */
export async function readOne(document: unknown): Promise<Tensor> {
  const { tensors } = await readText(JSON.stringify(document))
  const [only] = tensors
  if (only === undefined || tensors.length > 1) throw new Error(`${tensors.length} tensors`)
  return only.tensor
}
