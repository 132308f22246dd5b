import { expect, it } from 'vitest'
import { blobInSlices } from '../../../../src/app/export/exportBlob'
import { canonicalJson, canonicalPieces } from '../../../../src/formats/canonical/canonicalJson'
import { tensorOfRows } from '../../tensor/anyTensor'

it('the JSON of a large tensor is made in slices, and is what the writer writes', async () => {
  const row = Array.from({ length: 60_000 }, (_, k) => Math.sin(k) / 30)
  const tensor = tensorOfRows([row, row, row, row, row, row])
  let isDone = false
  const making = blobInSlices(canonicalPieces(tensor), 'application/json').finally(() => {
    isDone = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(isDone).toBe(false)
  const blob = await making
  expect(blob.type).toBe('application/json')
  expect(await blob.text()).toBe(canonicalJson(tensor).join(''))
})
