import { expect, it, vi } from 'vitest'
import * as slices from '../../../src/app/derive/inSlices'
import { blobInSlices } from '../../../src/app/export/blobInSlices'
import { canonicalJson, canonicalPieces } from '../../../src/formats/canonical/canonicalJson'
import { tensorOfRows } from '../tensor/anyTensor'

it('the JSON of a large tensor is made in slices, and is what the writer writes', async () => {
  const nextTask = vi.spyOn(slices, 'nextTask')
  const row = Array.from({ length: 60_000 }, (_, k) => Math.sin(k) / 30)
  const tensor = tensorOfRows([row, row, row, row, row, row])
  const blob = await blobInSlices(canonicalPieces(tensor), 'application/json')
  expect(blob.type).toBe('application/json')
  expect(await blob.text()).toBe(canonicalJson(tensor).join(''))
  expect(nextTask).toHaveBeenCalled()
})
