import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes } from '../../../src/codec/concatBytes'
import { gunzipMembers } from '../../../src/codec/gunzipMembers'
import { flushedMembers } from '../../browser/harness/flushedMembers'

function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += size)
    yield Uint8Array.from(bytes.subarray(at, at + size))
}

async function unpacked(bytes: Uint8Array, size = 1 << 16): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of gunzipMembers(inPieces(bytes, size))) chunks.push(chunk)
  return new TextDecoder().decode(concatBytes(chunks))
}

describe('gunzipMembers', () => {
  it('reads any number of members, in pieces of any size', async () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ minLength: 1, maxLength: 3 }).map((s) => s.repeat(5000)),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 70 }),
        async (texts, size) => {
          const bytes = concatBytes(texts.map((each) => gzipSync(each)))
          expect(await unpacked(bytes, size)).toBe(texts.join(''))
        },
      ),
    )
  })

  it('reads members with flush points', async () => {
    const text = Array.from({ length: 400 }, (_, k) => `${k} `).join('')
    expect(await unpacked(flushedMembers(text))).toBe(text)
    expect(await unpacked(flushedMembers(text), 7)).toBe(text)
  })

  it('gives no wrong text of wrong bytes, and none of bytes that are cut off', async () => {
    const text = 'twenty characters or so'
    const bytes = flushedMembers(text)
    const wrong = Array.from(bytes.keys(), (at) => {
      return unpacked(Uint8Array.from(bytes, (byte, k) => (k === at ? byte ^ 0x55 : byte)))
    })
    const read = await Promise.allSettled(wrong)
    const texts = read.map((each) => (each.status === 'fulfilled' ? each.value : 'failed'))
    expect(new Set(texts)).toEqual(new Set(['failed', text]))
    const cut = await Promise.allSettled(
      Array.from(bytes.keys(), (end) => unpacked(bytes.subarray(0, end))),
    )
    const whole = cut.flatMap(({ status }, end) => (status === 'fulfilled' ? [end] : []))
    // The first member is a file of its own.
    expect(whole).toEqual([bytes.indexOf(bytes.subarray(0, 4), 1)])
  })
})
