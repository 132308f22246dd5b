import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { unzlibSync } from 'fflate'
import { expect, it } from 'vitest'
import { packedFace } from '../../../src/build/packedFaces'
import { TrueTypeFace } from '../../../src/export/pdf/TrueTypeFace'

const FACES = ['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSansMono', 'DejaVuSansMono-Bold']

function pathOf(face: string): string {
  return createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${face}.ttf`)
}

it('the faces take at most 95 kB of the page, gzipped', async () => {
  const faces = await Promise.all(FACES.map((face) => packedFace(pathOf(face))))
  const text = faces.map((face) => Buffer.from(face).toString('base64')).join("'\n'")
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(95_000)
})

const marks = '␣↵⋯…•−×±→▁Ġ'

it.each([
  ['DejaVuSans', `AzÀſΑωЯё${marks}√∞≤∑∂ế`],
  ['DejaVuSans-Bold', `AzÀſΑωЯё${marks}√∞≤∑∂`],
  ['DejaVuSansMono', `AzÀſΑωЯё${marks}√∞≤∑∂`],
  ['DejaVuSansMono-Bold', `AzÀſ${marks}`],
])('%s has its letters and the marks of tokens', async (face, text) => {
  const font = new TrueTypeFace(unzlibSync(await packedFace(pathOf(face))))
  const lacking = Array.from(text).filter((each) => !font.glyphOf(each.codePointAt(0) ?? 0))
  expect(lacking).toEqual([])
})

it('refuses a font that no characters are chosen for', async () => {
  await expect(packedFace('/fonts/Other.ttf')).rejects.toThrow('no characters are chosen for')
})
