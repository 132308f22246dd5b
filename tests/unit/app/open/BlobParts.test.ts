import { expect, it } from 'vitest'
import { BlobParts } from '../../../../src/app/open/download'

it('gives all bytes that were added, in their order, and keeps few of them itself', async () => {
  const parts = new BlobParts()
  for (let i = 0; i < 10; i++) parts.add(new Uint8Array(1 << 20).fill(i))
  parts.add(Uint8Array.of(77))
  expect(parts.byteCount).toBe(10 * (1 << 20) + 1)
  const bytes = new Uint8Array(await parts.whole().arrayBuffer())
  expect([0, 1, 9].map((i) => bytes[i * (1 << 20)])).toEqual([0, 1, 9])
  expect([bytes.length, bytes.at(-1)]).toEqual([parts.byteCount, 77])
})
