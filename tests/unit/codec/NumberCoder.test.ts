import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { NumberCoder } from '../../../src/codec/NumberCoder'

const entry = fc.record({
  kind: fc.nat({ max: 31 }),
  contexts: fc.array(fc.integer(), { minLength: 1, maxLength: 16 }),
  value: fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: -0x7fff_ffff, max: 0x7fff_ffff }),
  ),
})

it('numbers come back from their bytes, in whatever contexts they are coded', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const coder = new NumberCoder()
      for (const { kind, contexts, value } of entries) coder.code(kind, contexts, value)
      const decoder = new NumberCoder(coder.finish())
      const back = entries.map(({ kind, contexts }) => decoder.code(kind, contexts))
      expect(back).toEqual(entries.map(({ value }) => value))
    }),
  )
})

it('a number that its context foretells takes almost no bytes', () => {
  const coder = new NumberCoder()
  for (let k = 0; k < 10_000; k++) coder.code(0, [k % 7], 1000 * (k % 7))
  expect(coder.finish().length).toBeLessThan(200)
})

it('bytes stay the same, since other engines read them', () => {
  const coder = new NumberCoder()
  for (let k = 0; k < 100; k++) coder.code(k % 3, [k % 5, k % 2], ((k * 37) % 11) - 5)
  expect(Buffer.from(coder.finish()).toString('hex')).toMatchInlineSnapshot(
    `"0c541f10e920043dd33423f2204015942a29ae69a12165cbd906468d8d357b07536a4a76543d162683dba3c3e4a1197866da3e6fa0934e2992a7"`,
  )
})
