import * as fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { serialize } from '../../../../src/export/xml/serialize'

/** Characters anywhere in Unicode, control characters and unpaired surrogates among them. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0x30 })).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
)

describe('XML text', () => {
  it('escapes texts and attributes so that a parser reads them back', () => {
    const hostile = `<script>alert("1")</script> & ]]> 'x' \t\n\r\u00A0\u0085\u{1F600}`
    const { text, attribute } = parsed(hostile)
    expect(text).toBe(hostile)
    expect(attribute).toBe(hostile)
    expect(serialize(<svg id={'a\tb\nc'} />)).toContain('id="a&#9;b&#10;c"')
  })

  it('reads back for any text that XML can hold', () => {
    fc.assert(
      fc.property(anyText, (any) => {
        fc.pre(isXmlText(any))
        expect(parsed(any)).toEqual({ text: any, attribute: any })
      }),
    )
  })

  it.each([
    ['\u0000', 'U+0000'],
    ['a\u001Bb', 'U+001B'],
    ['\uFFFE', 'U+FFFE'],
    ['\uD83D', 'U+D83D'],
  ])('names the character %j that XML forbids', (text, name) => {
    expect(() => serialize(<svg id={text} />)).toThrow(name)
    expect(() => serialize(<svg>{text}</svg>)).toThrow(name)
  })

  it('refuses any other text', () => {
    fc.assert(
      fc.property(anyText, (any) => {
        fc.pre(!isXmlText(any))
        expect(() => serialize(<svg>{any}</svg>)).toThrow('invalid character in XML')
      }),
    )
  })
})

/** Text and attribute as an XML parser reads them from a document with this text as both. */
function parsed(any: string): { text: string; attribute: string } {
  const found = { text: '', attribute: '' }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('text', (text) => (found.text += text))
  parser.on('opentag', ({ attributes }) => (found.attribute = String(attributes['id'])))
  parser.write(serialize(<svg id={any}>{any}</svg>)).close()
  return found
}

/** The characters of XML 1.0, section 2.2, by number. */
function isXmlText(text: string): boolean {
  return Array.from(text).every((character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return code === 9 || code === 10 || code === 13
    return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
  })
}
