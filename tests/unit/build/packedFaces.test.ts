import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { keptFaces } from '../../../src/build/packedFaces'
import { readTrueType } from '../../../src/build/readTrueType'
import { base64 } from '../../../src/codec/base64'
import { packTypefaces, unpackTypefaces } from '../../../src/export/pdf/packedTypefaces'
import { trueTypeFont } from '../../../src/export/pdf/trueTypeFont'
import { contoursOf } from '../../../src/export/pdf/Typeface'

const fonts = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'))
const faces = await keptFaces(fonts)

it('the faces take at most 48 kB of the page, gzipped', () => {
  const text = base64(packTypefaces(faces))
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(48_000)
})

const marks = '␣↵⋯…•−×±→▁Ġ'

describe.each([
  ['sans', 0, `AzÀſΑωЯё${marks}√∞≤∑∂ế`],
  ['sans bold', 1, `AzÀſΑωЯё${marks}√∞≤∑∂`],
  ['mono', 2, `AzÀſΑωЯё${marks}√∞≤∑∂`],
  ['mono bold', 3, `AzÀſď${marks}`],
] as const)('the face %s', (_name, index, text) => {
  const face = unpackTypefaces(packTypefaces(faces))[index]

  it('has its letters and the marks of tokens', () => {
    const glyphs = Array.from(text, (each) => face?.characters.get(each.codePointAt(0) ?? 0))
    expect(glyphs).not.toContain(undefined)
  })

  it('is unpacked as it was packed', () => {
    expect(face).toEqual(faces[index])
  })

  it('has the same outlines and widths in a font that is written', () => {
    if (face === undefined) throw new Error('no face')
    const used = face.glyphs.map(({ advance }, k) => ({ index: k, advance }))
    const written = readTrueType(trueTypeFont(face, used.slice(1)))
    const outlines = used.map((glyph) => ({
      advance: glyph.advance,
      contours: contoursOf((k) => face.glyphs[k], glyph.index),
      parts: [],
    }))
    expect(written.glyphs).toEqual(outlines)
    expect(written).toMatchObject({ unitsPerEm: 2048, ascent: face.ascent, descent: face.descent })
  })
})

it('rejects if a face is not in the folder', async () => {
  await expect(keptFaces('/no/such/folder')).rejects.toThrow('DejaVuSans')
})
