import { expect } from 'vitest'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfText } from '../../../../src/formats/source/ByteSource'

/** The only tensor of a table as canonical JSON has it. */
export async function openTable(text: string, name = 'a.csv'): Promise<object> {
  const { tensors } = await readTensor(sourceOfText(text, name))
  const documents = tensors.map(
    ({ tensor }) => JSON.parse(canonicalJson(tensor).join('')) as object,
  )
  expect(documents).toHaveLength(1)
  return documents[0] ?? {}
}
