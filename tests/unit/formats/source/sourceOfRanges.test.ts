import { describe, expect, it } from 'vitest'
import {
  FIRST_RANGE,
  rangesOfBlob,
  type ByteRanges,
} from '../../../../src/formats/source/ByteRanges'
import { sourceOfBlob, sourceOfRanges, headOf } from '../../../../src/formats/source/ByteSource'
import { problemOf } from '../problemOf'

type Read = ByteRanges['read']

/** Ranges whose bytes come when the test says so. */
function heldRanges(size: number): {
  ranges: ByteRanges
  asked: { start: number; give: () => void }[]
} {
  const asked: { start: number; give: () => void }[] = []
  const read: Read = (start, end) =>
    new Promise((resolve) => {
      asked.push({ start, give: () => resolve(new Uint8Array(end - start)) })
    })
  return { ranges: { size, read }, asked }
}

function bytesOf(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, at) => (at * 7) % 251)
}

async function readAll(ranges: ByteRanges): Promise<{ bytes: Buffer; counts: number[] }> {
  const counts: number[] = []
  const chunks: Uint8Array[] = []
  const source = sourceOfRanges(ranges, 'a.json')
  for await (const chunk of source.stream((count) => counts.push(count))) chunks.push(chunk)
  return { bytes: Buffer.concat(chunks), counts }
}

describe('a source of ranges', () => {
  const sizes = [0, 1, FIRST_RANGE - 1, FIRST_RANGE, FIRST_RANGE + 1, 9_999_999]
  it.each(sizes)('gives all of %i bytes in their order, counted', async (size) => {
    const all = bytesOf(size)
    const { bytes, counts } = await readAll(rangesOfBlob(new Blob([all])))
    expect(bytes.equals(all)).toBe(true)
    expect(counts.at(-1)).toBe(size)
    expect(counts.toSorted((a, b) => a - b)).toStrictEqual(counts)
  })

  it('can be read again from its start', async () => {
    const source = sourceOfBlob(new Blob([bytesOf(300_000)]), 'a')
    expect(await headOf(source, 10)).toStrictEqual(await headOf(source, 10))
  })

  it('reads no more than the first range for a head', async () => {
    const starts: number[] = []
    const blob = rangesOfBlob(new Blob([bytesOf(9_999_999)]))
    const ranges: ByteRanges = {
      size: blob.size,
      read(start, end) {
        starts.push(start)
        return blob.read(start, end)
      },
    }
    expect(await headOf(sourceOfRanges(ranges, 'a'), 4096)).toHaveLength(4096)
    expect(starts).toStrictEqual([0])
  })

  it('asks for a few ranges ahead of its reader, and no more until that one goes on', async () => {
    const { ranges, asked } = heldRanges(2 ** 31)
    const chunks = sourceOfRanges(ranges, 'a').stream()[Symbol.asyncIterator]()
    const first = chunks.next()
    expect(asked).toHaveLength(1)
    asked[0]?.give()
    await first
    const second = chunks.next()
    await expect.poll(() => asked.length).toBe(4)
    for (const { give } of asked) give()
    await second
    expect(asked).toHaveLength(4)
    await chunks.return?.()
    expect(asked).toHaveLength(4)
  })

  it.each<[string, Read]>([
    ['cannot be read', () => Promise.reject(new DOMException('gone', 'NotReadableError'))],
    ['come back short', () => Promise.resolve(new Uint8Array(3))],
  ])('says that the file changed where bytes behind the first ones %s', async (_, later) => {
    const ranges: ByteRanges = {
      size: 50_000_000,
      read: (start, end) =>
        start === 0 ? Promise.resolve(new Uint8Array(end)) : later(start, end),
    }
    const problem = await problemOf(() => readAll(ranges))
    expect(problem.tag).toBe('read')
    expect(problem.message).toContain('“a.json” could not be read')
    expect(problem.message).toContain('changed, moved or removed')
  })

  it('says so of a folder, which may call itself empty', async () => {
    class Folder extends Blob {
      override arrayBuffer(): Promise<ArrayBuffer> {
        return Promise.reject(new DOMException('a folder', 'NotReadableError'))
      }
    }
    const problem = await problemOf(() => readAll(rangesOfBlob(new Folder([]))))
    expect(problem.message).toContain('it is a folder')
  })
})
