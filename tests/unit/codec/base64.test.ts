import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64, bytesOfBase64InSteps } from '../../../src/codec/base64'

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

function finished(text: string): { steps: number; bytes: Uint8Array | undefined } {
  const work = bytesOfBase64InSteps(text)
  let steps = 0
  let step = work.next()
  for (; step.done !== true; step = work.next()) steps += 1
  return { steps, bytes: step.value }
}

describe('bytesOfBase64InSteps', () => {
  it('reads what was written, in steps of a million characters', () => {
    const bytes = Uint8Array.from({ length: 3_000_001 }, (_, k) => (k * 31) & 0xff)
    const { steps, bytes: read } = finished(base64(bytes))
    expect(Buffer.from(read ?? []).equals(bytes)).toBe(true)
    expect(steps).toBe(4)
    expect(finished('')).toEqual({ steps: 0, bytes: new Uint8Array() })
  })

  it('returns undefined for a text that is not base64', () => {
    expect(finished('/w=').bytes).toBeUndefined()
    expect(finished(`${'AAAA'.repeat(1 << 18)}!`).bytes).toBeUndefined()
  })
})
