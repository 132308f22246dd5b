import { ENVELOPE_KEYWORD } from '../../codec/envelope'
import { PNG_SIGNATURE } from '../../codec/pngChunk'
import { pngTexts } from '../../codec/pngTexts'
import { type Format } from '../foreign/Format'
import { bytesOf } from '../source/ByteSource'
import { pdfFormat } from './pdfFormat'
import { readCarried, withoutTensor } from './readCarried'

/** The format of PNG pictures that carry their tensor. */
const pngFormat: Format = {
  name: 'a PNG picture',
  recognizes: (head) => PNG_SIGNATURE.every((byte, k) => head[k] === byte),
  async read(source, options) {
    const { texts, isWhole } = pngTexts(await bytesOf(source, options))
    const packed = texts.get(ENVELOPE_KEYWORD)
    if (packed === undefined) throw withoutTensor(source.name, pngFormat.name, isWhole)
    return readCarried(new TextDecoder().decode(packed), source.name, options)
  },
}

/**
 * The elements of the tensor, with any prefix, because a program that saves the picture again may change it. A large
 * tensor has several elements.
 */
const ELEMENTS = /<(?:[\w.-]+:)?tensor(?=[\s>])[^<>]*>([^<]*)</g

/** The format of SVG pictures that carry their tensor. */
const svgFormat = markupFormat({
  name: 'an SVG picture',
  start: /^<(?!!doctype html|html)[^]*<(?:\w+:)?svg[\s>]|^<(?:\w+:)?svg[\s>]/i,
  end: /<\/(?:\w+:)?svg\s*>\s*$|\/>\s*$/i,
  packed(text) {
    if (!text.includes('urn:simlens:')) return undefined
    return Array.from(text.matchAll(ELEMENTS), ([, part = '']) => part).join('')
  },
})

const SCRIPT = /<script\b/gi
const ID = /\bid="?simlens"?/i
const CONTENT = /\s*"([\w+/=]*)"\s*</y

/**
 * Returns the base64 in the element that carries the tensor. The page's own script may contain a similar text, but
 * without base64 after it. Tag after tag, because one expression for the whole element would take very long for many
 * tags without an end.
 */
function packedInPage(text: string): string | undefined {
  const script = new RegExp(SCRIPT)
  const content = new RegExp(CONTENT)
  while (script.test(text)) {
    const end = text.indexOf('>', script.lastIndex)
    if (end < 0) return undefined
    content.lastIndex = end + 1
    const found = ID.test(text.slice(script.lastIndex, end)) ? content.exec(text) : null
    if (found !== null) return found[1]
    script.lastIndex = end
  }
  return undefined
}

/** The format of pages that SimLens saved. Their head names SimLens. */
const htmlFormat = markupFormat({
  name: 'a page of SimLens',
  start: /^<(?:!doctype html|html)[^]*<meta name="?generator"? content="?SimLens\b/i,
  end: /<\/html>\s*$/i,
  packed: packedInPage,
})

/** Characters at the end of a file in which its last tag is searched. */
const END_LENGTH = 1000

interface Markup {
  /** Name of the format, with its article. */
  readonly name: string
  /** The beginning of such a file, after a byte order mark and white space. */
  readonly start: RegExp
  /** The end of such a file. */
  readonly end: RegExp
  /** Returns the base64 of the envelope in a text. If the text has no envelope, returns undefined or an empty text. */
  readonly packed: (text: string) => string | undefined
}

/** Returns the format of a markup file that carries a tensor. */
function markupFormat({ name, start, end, packed }: Markup): Format {
  return {
    name,
    recognizes: (head) => start.test(new TextDecoder().decode(head).trimStart()),
    async read(source, options) {
      // Latin-1 has one character for each byte, which is enough for the ASCII that is searched for and takes half of
      // the memory.
      const text = new TextDecoder('latin1').decode(await bytesOf(source, options))
      const found = packed(text)
      if (!found) throw withoutTensor(source.name, name, end.test(text.slice(-END_LENGTH)))
      return readCarried(found, source.name, options)
    },
  }
}

/** The formats of figures that carry their tensor, tried in this order. */
export const carrierFormats: readonly Format[] = [pngFormat, pdfFormat, svgFormat, htmlFormat]
