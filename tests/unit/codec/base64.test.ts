import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64 } from '../../../src/codec/base64'

describe('base64', () => {
  it('writes no bytes as nothing', () => {
    expect(base64(new Uint8Array(0))).toBe('')
  })

  it('pads one and two left over bytes', () => {
    expect(base64(Uint8Array.of(255))).toBe('/w==')
    expect(base64(Uint8Array.of(255, 239))).toBe('/+8=')
    expect(base64(Uint8Array.of(0, 0, 0))).toBe('AAAA')
  })

  it('takes megabytes, and does not pad between its pieces', () => {
    const bytes = Uint8Array.from({ length: 3_000_001 }, (_, k) => (k * 31) & 0xff)
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  })

  it('agrees with Node for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
  })
})
