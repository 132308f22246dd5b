import { afterEach, expect, it, vi } from 'vitest'
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

afterEach(() => vi.unstubAllGlobals())

it('a long piece of a text is moved into the blob part by part, and no character is split', async () => {
  let longest = 0
  const Native = Blob
  vi.stubGlobal(
    'Blob',
    class extends Native {
      constructor(parts: readonly BlobPart[], options?: BlobPropertyBag) {
        super([...parts], options)
        const length = parts.reduce(
          (sum, part) => sum + (typeof part === 'string' ? part.length : 0),
          0,
        )
        longest = Math.max(longest, length)
      }
    },
  )
  const text = `a${'😀'.repeat(5 << 20)}`
  const blob = await blobInSlices(['<', text, '>'], 'text/html')
  expect((await blob.text()) === `<${text}>`).toBe(true)
  expect(longest).toBeLessThan(5 << 20)
})
