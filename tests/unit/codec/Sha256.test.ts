import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Sha256 } from '../../../src/codec/Sha256'

describe('Sha256', () => {
  it('hashes nothing as the standard does', () => {
    expect(new Sha256().finish()).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it('agrees with Node for any bytes in any pieces, also around the ends of blocks', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(55, 56, 63, 64, 119, 120).map((length) => new Uint8Array(length).fill(7)),
      ),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const ours = new Sha256()
        const theirs = createHash('sha256')
        for (const part of parts) {
          ours.update(part)
          theirs.update(part)
        }
        expect(ours.finish()).toBe(theirs.digest('hex'))
      }),
    )
  })
})
