import * as fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { Adler32 } from '../../../src/codec/deflatedBehind'

/** As zlib writes it behind its data. */
function expectedOf(bytes: Uint8Array): number[] {
  return [...deflateSync(bytes).subarray(-4)]
}

describe('Adler32', () => {
  it.each([0, 1, 65_521, 300_000])(
    'is zlib’s of %i bytes that are as large as they can be',
    (n) => {
      const bytes = new Uint8Array(n).fill(255)
      const sum = new Adler32()
      sum.update(bytes)
      expect([...sum.bytes()]).toStrictEqual(expectedOf(bytes))
    },
  )

  it('is the same in pieces, and of two parts appended', () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 4 })
    fc.assert(
      fc.property(parts, parts, (head, body) => {
        const sum = new Adler32()
        const bodySum = new Adler32()
        for (const bytes of body) bodySum.update(bytes)
        for (const bytes of head) sum.update(bytes)
        sum.append(bodySum)
        expect([...sum.bytes()]).toStrictEqual(expectedOf(Buffer.concat([...head, ...body])))
      }),
    )
  })
})
