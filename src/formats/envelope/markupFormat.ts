import { type Format } from '../foreign/Format'
import { bytesOf } from '../source/ByteSource'
import { readCarried, withoutTensor } from './readCarried'

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
export function markupFormat({ name, start, end, packed }: Markup): Format {
  return {
    name,
    recognizes: (head) => start.test(new TextDecoder().decode(head).trimStart()),
    async read(source, options) {
      // Latin-1 has one character for each byte, which is enough for the ASCII that is searched for and takes half of
      // the memory.
      const text = new TextDecoder('latin1').decode(await bytesOf(source, options))
      const found = packed(text)
      if (!found) throw withoutTensor(source.name, name, end.test(text))
      return readCarried(found, source.name, options)
    },
  }
}
