import { deflateSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concatBytes } from '../../../../src/codec/concatBytes'
import { zlib } from '../../../../src/codec/deflated'
import { pdfEmbeddedFile } from '../../../../src/codec/pdf/pdfEmbeddedFile'

const NAME = 'simlens.json.zz'
const content = Uint8Array.from({ length: 600 }, (_, k) => (k * 37) % 256)

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function pdfOf(...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.map((part) => (typeof part === 'string' ? ascii(part) : part))
  return concatBytes([ascii('%PDF-1.7\n'), ...bytes, ascii('\nstartxref\n0\n%%EOF\n')])
}

function stream(number: number, entries: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = `${number} 0 obj\n<< ${entries} /Length ${bytes.length} >>\nstream\n`
  return concatBytes([ascii(head), bytes, ascii('\nendstream\nendobj\n')])
}

const specification = `<< /Type /Filespec /F (${NAME}) /EF << /F 1 0 R >> >>`

describe('pdfEmbeddedFile', () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['as it is', pdfOf(stream(1, '', content), `2 0 obj ${specification} endobj`)],
    [
      'packed',
      pdfOf(
        stream(1, '/Filter [/FlateDecode]', zlib(content, 9)),
        `2 0 obj ${specification} endobj`,
      ),
    ],
    [
      'packed twice',
      pdfOf(
        stream(1, '/Filter [/Fl /FlateDecode]', zlib(zlib(content, 9), 4)),
        `2 0 obj ${specification} endobj`,
      ),
    ],
    [
      'named in an object stream, with its parts apart',
      pdfOf(
        stream(1, '', content),
        stream(
          7,
          '/Type /ObjStm /N 2 /First 10 /Filter /FlateDecode',
          zlib(
            ascii(`3 0 4 99   << /UF (${NAME}) /EF 4 0 R >>`.padEnd(109) + '<< /UF 1 0 R >>'),
            9,
          ),
        ),
      ),
    ],
    [
      'named in UTF-16, in hexadecimal digits',
      pdfOf(
        stream(1, '', content),
        `2 0 obj << /UF <FEFF${Buffer.from(NAME, 'utf16le').swap16().toString('hex')}> /EF << /UF 1 0 R >> >> endobj`,
      ),
    ],
    [
      'named with escapes, within another object',
      pdfOf(
        `9 0 obj [[(x) << /F (sim\\154ens\\\n.json.zz) /EF << /F 1 0 R >> >>]] endobj\n`,
        stream(1, '', content),
      ),
    ],
    [
      'of a length that another object gives, later',
      pdfOf(
        '1 0 obj << /Length 8 0 R >>\r\nstream\r\n',
        content,
        '\r\nendstream endobj 8 0 obj 600 endobj ',
        `2 0 obj ${specification} endobj`,
      ),
    ],
    [
      'of a wrong length',
      pdfOf(
        '1 0 obj << /Length 12345678 >> stream\n',
        content,
        `\nendstream endobj 2 0 obj ${specification} endobj`,
      ),
    ],
    [
      'replaced by a later object of its number',
      pdfOf(
        stream(1, '', ascii('old')),
        `2 0 obj ${specification} endobj\n%%EOF\n`,
        stream(1, '', content),
      ),
    ],
    [
      'beside objects that are none',
      pdfOf(
        '5 0 obj << /A ] >> endobj 6 0 obj ( endless \\) ) 7 0 obj << /B ',
        `${'['.repeat(9999)} endobj\n`,
        stream(1, '', content),
        `2 0 obj ${specification} endobj`,
      ),
    ],
  ])('finds a file %s', (_name, pdf) => {
    expect(pdfEmbeddedFile(pdf, NAME)).toEqual({ kind: 'found', bytes: content })
  })

  it('finds no file of another name, and none whose object is missing', () => {
    const none = { kind: 'none' }
    const pdf = pdfOf(stream(1, '', content), `2 0 obj ${specification} endobj`)
    expect(pdfEmbeddedFile(pdf, 'other.zz')).toEqual(none)
    expect(pdfEmbeddedFile(pdfOf(`2 0 obj ${specification} endobj`), NAME)).toEqual(none)
    expect(pdfEmbeddedFile(pdfOf(), NAME)).toEqual(none)
  })

  it('says that a PDF is encrypted, by its trailer or by its cross-reference stream', () => {
    const encrypted = { kind: 'encrypted' }
    expect(pdfEmbeddedFile(pdfOf('trailer << /Encrypt 4 0 R >>'), NAME)).toEqual(encrypted)
    const table = stream(1, '/Type /XRef /Encrypt 4 0 R', content)
    expect(pdfEmbeddedFile(pdfOf(table), NAME)).toEqual(encrypted)
  })

  it('names a filter that it does not read', () => {
    const pdf = pdfOf(stream(1, '/Filter /LZWDecode', content), `2 0 obj ${specification} endobj`)
    expect(pdfEmbeddedFile(pdf, NAME)).toEqual({ kind: 'filter', filter: 'LZWDecode' })
  })

  it('refuses a file that unpacks to more than it may, and one that is cut off', () => {
    const bomb = Uint8Array.from(deflateSync(new Uint8Array(1 << 24)))
    const damaged = { kind: 'damaged' }
    const file = `2 0 obj ${specification} endobj`
    const entries = '/Filter /FlateDecode'
    const large = pdfEmbeddedFile(pdfOf(stream(1, entries, bomb), file), NAME, 1e6)
    expect(large).toMatchObject({ kind: 'large', limit: 1e6 })
    const part = zlib(content, 9).subarray(0, 200)
    expect(pdfEmbeddedFile(pdfOf(stream(1, entries, part), file), NAME)).toEqual(damaged)
  })

  it('refuses objects that unpack to more than is searched, all together', () => {
    const bomb = Uint8Array.from(deflateSync(new Uint8Array(1 << 25)))
    const entries = '/Type /ObjStm /N 0 /First 0 /Filter /FlateDecode'
    const streams = [1, 2, 3].map((number) => stream(number, entries, bomb))
    expect(pdfEmbeddedFile(pdfOf(...streams), NAME)).toMatchObject({
      kind: 'large',
      limit: 1 << 26,
    })
  })

  it('ends, with a result, on any bytes', () => {
    const words = [
      '1 0 obj',
      '<<',
      '>>',
      '[',
      '(',
      '<',
      '/EF',
      '/F',
      '1 0 R',
      'stream\n',
      'endstream',
    ]
    const more = [
      'trailer',
      '/Length 5',
      `(${NAME})`,
      '%',
      '\\',
      '/Type /ObjStm /N 9 /First 0',
      ')',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words, ...more), { maxLength: 60 }), (parts) => {
        const { kind } = pdfEmbeddedFile(pdfOf(parts.join(' ')), NAME)
        expect(['found', 'none', 'damaged']).toContain(kind)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(pdfEmbeddedFile(pdfOf(bytes), NAME).kind).toBe('none')
      }),
    )
  })
})
