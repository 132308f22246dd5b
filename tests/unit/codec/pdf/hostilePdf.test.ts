import { describe, expect, it } from 'vitest'
import { pdfEmbeddedFile } from '../../../../src/codec/pdf/pdfEmbeddedFile'
import { PdfReader } from '../../../../src/codec/pdf/PdfReader'

const NAME = 'simlens.json.zz'
const FIGURE = [
  '1 0 obj << /Length 4 >> stream\nfile\nendstream endobj ',
  `2 0 obj << /F (${NAME}) /EF << /F 1 0 R >> >> endobj `,
].join('')

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

function kindOf(objects: string): string {
  return pdfEmbeddedFile(latin1(`%PDF-1.7\n${objects}\n%%EOF\n`), NAME).kind
}

/** Returns an object for each number, from 10 on. */
function objectsOf(count: number, bodyOf: (number: number) => string): string {
  return Array.from({ length: count }, (_, k) => `${k + 10} 0 obj ${bodyOf(k + 10)} endobj\n`).join(
    '',
  )
}

describe('a PDF of very many or very long objects', () => {
  it.each([
    ['objects that are no file', () => objectsOf(5e5, (number) => `<< /A ${number} >>`)],
    ['numbers', () => objectsOf(5e5, String)],
    ['references in an array', () => `3 0 obj [${'1 0 R '.repeat(5e6)}] endobj `],
    ['names in an array', () => `3 0 obj [${'/a'.repeat(15e6)}] endobj `],
    ['texts in an array', () => `3 0 obj [${'(a)'.repeat(1e7)}] endobj `],
    ['digits in a string', () => `3 0 obj <${'a0'.repeat(15e6)}> endobj `],
    ['characters in a string', () => `3 0 obj (${'a'.repeat(3e7)}) endobj `],
    ['characters in a name', () => `3 0 obj /${'a'.repeat(3e7)} endobj `],
    ['brackets without ends', () => objectsOf(4e4, () => '['.repeat(70))],
    [
      'files in an array',
      () => `3 0 obj [${'<< /F (a) /EF << /F 1 0 R >> >>'.repeat(1e6)}] endobj `,
    ],
    ['words that begin no object', () => '1 0 obj ] '.repeat(2e6)],
  ])('%s: the figure beside them is found', (_, make) => {
    expect(kindOf(make() + FIGURE)).toBe('found')
  })

  it.each([
    ['files', () => objectsOf(2e5, () => '<< /F (a.zz) /EF << /F 1 0 R >> >>')],
    ['streams', () => '7 0 obj << /Length 0 >> stream\nendstream '.repeat((1 << 20) + 1)],
    [
      'object streams',
      () => '7 0 obj << /Type /ObjStm /N 1 /First 1 >> stream\nendstream '.repeat(2e4),
    ],
  ])('%s: more of them are not kept than those that are searched', (_, make) => {
    expect(kindOf(make() + FIGURE)).toBe('crowded')
  })

  it('keeps the beginnings of long strings only, and no array of very many values', () => {
    for (const text of [`<${'a0'.repeat(1e6)}>`, `(${'a'.repeat(1e6)})`]) {
      const reader = new PdfReader(latin1(text))
      expect(reader.value()).toHaveLength(1 << 16)
      expect(reader.at).toBe(text.length)
    }
    expect(new PdfReader(latin1(`[${'1 '.repeat(1e5)}]`)).value()).toBeUndefined()
    expect(new PdfReader(latin1(`[${'1 '.repeat(5e4)}]`)).value()).toHaveLength(5e4)
  })
})
