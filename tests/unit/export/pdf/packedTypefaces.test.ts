import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { packTypefaces, unpackTypefaces } from '../../../../src/export/pdf/packedTypefaces'
import { type Typeface } from '../../../../src/export/pdf/Typeface'

const coordinate = fc.oneof(
  fc.integer({ min: -200, max: 200 }),
  fc.integer({ min: -32_768, max: 32_767 }),
)
const point = fc.record({ isOn: fc.boolean(), x: coordinate, y: coordinate })
const index = fc.nat({ max: 65_535 })
const face: fc.Arbitrary<Typeface> = fc.record({
  unitsPerEm: fc.integer({ min: 16, max: 16_384 }),
  ascent: coordinate,
  descent: coordinate,
  box: fc.tuple(coordinate, coordinate, coordinate, coordinate).map((box) => Array.from(box)),
  characters: fc
    .uniqueArray(fc.tuple(fc.nat({ max: 0x10_ffff }), index), { selector: ([code]) => code })
    .map((entries) => new Map(entries)),
  glyphs: fc.array(
    fc.record({
      advance: index,
      contours: fc.array(fc.array(point, { maxLength: 5 }), { maxLength: 3 }),
      parts: fc.array(fc.record({ glyph: index, x: coordinate, y: coordinate }), { maxLength: 3 }),
    }),
  ),
})

it('faces are unpacked as they were packed', () => {
  fc.assert(
    fc.property(fc.array(face, { maxLength: 4 }), (faces) => {
      expect(unpackTypefaces(packTypefaces(faces))).toEqual(faces)
    }),
  )
})

it('the largest number of so many bits, and the smallest of one more, come back', () => {
  const edges = [1, -1, 127, 128, -127, -128, 1023, 1024, 32_767, -32_768]
  const faces = edges.map((x) => ({
    unitsPerEm: 1,
    ascent: 0,
    descent: 0,
    box: [x, -x, 0, 0],
    characters: new Map(),
    glyphs: [{ advance: 0, contours: [], parts: [{ glyph: 0, x, y: -x }] }],
  }))
  expect(unpackTypefaces(packTypefaces(faces))).toEqual(faces)
})
