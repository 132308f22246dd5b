import * as fc from 'fast-check'
import { crc32 as crc32OfZlib } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../src/codec/pngChunk'

describe('crc32', () => {
  it('is 0 for no bytes', () => {
    expect(crc32(new Uint8Array(0))).toBe(0)
  })

  it('has the check value that every CRC-32 publishes', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })

  it('agrees with Node for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(crc32(bytes)).toBe(crc32OfZlib(bytes))
      }),
    )
  })
})
