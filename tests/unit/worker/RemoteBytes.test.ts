import { describe, expect, it } from 'vitest'
import { rangesOfBlob, type ByteRanges } from '../../../src/formats/source/ByteRanges'
import { sourceOfRanges } from '../../../src/formats/source/ByteSource'
import { offerBytes, rangesOfRemote, type RemoteBytes } from '../../../src/worker/RemoteBytes'

const bytes = Uint8Array.from({ length: 6_000_000 }, (_, at) => (at * 7) % 251)

/** As a message arrives: cloned, its port transferred. */
function received(remote: RemoteBytes): ByteRanges {
  return rangesOfRemote(structuredClone(remote, { transfer: [remote.port] }))
}

describe('bytes that another thread offers', () => {
  it('are read from any place, and more than once', async () => {
    const parts = await offerBytes(rangesOfBlob(new Blob([bytes])), (remote) => {
      const ranges = received(remote)
      const places = [0, 5_000_000, 3, 3, 0] as const
      return Promise.all(places.map((start) => ranges.read(start, start + 9)))
    })
    const expected = [0, 5_000_000, 3, 3, 0].map((start) => bytes.slice(start, start + 9))
    expect(parts).toStrictEqual(expected)
  })

  it('are a source like any other', async () => {
    const chunks = await offerBytes(rangesOfBlob(new Blob([bytes])), async (remote) => {
      const all: Uint8Array[] = []
      for await (const chunk of sourceOfRanges(received(remote), 'a').stream()) all.push(chunk)
      return all
    })
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
  })

  it('may come in another order than they were asked for', async () => {
    const waiting: (() => void)[] = []
    const ranges: ByteRanges = {
      size: 1e9,
      read: (start) =>
        new Promise((resolve) => {
          waiting.push(() => resolve(Uint8Array.of(start % 251)))
          if (waiting.length === 3) for (const give of waiting.toReversed()) give()
        }),
    }
    const parts = await offerBytes(ranges, (remote) => {
      const far = received(remote)
      return Promise.all([far.read(100_001, 100_002), far.read(200_003, 200_004)])
    })
    expect(parts).toStrictEqual([Uint8Array.of(100_001 % 251), Uint8Array.of(200_003 % 251)])
  })

  it.each([0, 4_000_000])('that cannot be read from byte %i reject there', async (start) => {
    const ranges: ByteRanges = {
      size: bytes.length,
      read: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
    }
    const reading = offerBytes(ranges, (remote) => received(remote).read(start, start + 1))
    await expect(reading).rejects.toThrow('NotReadableError: gone')
  })

  it('are offered no longer than they are borrowed, whatever is still being read', async () => {
    const ranges: ByteRanges = { size: 10, read: () => new Promise(() => undefined) }
    expect(await offerBytes(ranges, () => Promise.resolve('done'))).toBe('done')
    const broken = offerBytes(ranges, () => Promise.reject(new Error('cancelled')))
    await expect(broken).rejects.toThrow('cancelled')
  })
})
