import { type Format } from '../foreign/Format'
import { bytesOf } from '../source/bytesOf'
import { readCarried, withoutTensor } from './readCarried'

interface Markup {
  /** With its article. */
  readonly name: string
  /** What such a file begins with, behind a byte order mark and white space. */
  readonly start: RegExp
  /** What it ends with. */
  readonly end: RegExp
  /** The base64 of the envelope in it; empty or undefined where it has none. */
  readonly packed: (text: string) => string | undefined
}

/** Text of markup that carries a tensor. */
export function markupFormat({ name, start, end, packed }: Markup): Format {
  return {
    name,
    recognizes: (head) => start.test(new TextDecoder().decode(head).trimStart()),
    async read(source, options) {
      // A character for each byte: what is looked for is ASCII, and such a text takes half of the memory.
      const text = new TextDecoder('latin1').decode(await bytesOf(source, options))
      const found = packed(text)
      if (!found) throw withoutTensor(source.name, name, end.test(text))
      return readCarried(found, source.name, options)
    },
  }
}
