/** An encoding of text files, as the Encoding Standard names it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Share of zero bytes at even or odd places from which a text is UTF-16. */
const MIN_ZEROS = 0.4

/** The longest part of a character in UTF-8 that may stand at the end of a chunk. */
const LONGEST_PART = 3

/** Returns the encoding of a text by its first bytes. A text that is not UTF-8 is Windows-1252, of which Latin-1 is a part. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const even = head.filter((byte, at) => at % 2 === 0 && byte === 0).length
  const odd = head.filter((byte, at) => at % 2 === 1 && byte === 0).length
  const least = (head.length / 2) * MIN_ZEROS
  if (head.length > 3 && Math.max(even, odd) > least && Math.min(even, odd) < least / 4) {
    return odd > even ? 'utf-16le' : 'utf-16be'
  }
  return isUtf8(head) ? 'utf-8' : 'windows-1252'
}

/** Returns the first bytes of a file as text. */
export function headText(head: Uint8Array): string {
  return new TextDecoder(encodingOf(head)).decode(head, { stream: true })
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // The last character may be cut off.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * Decodes a text in chunks. A text that begins as UTF-8 and turns out not to be is read as Windows-1252 from the chunk
 * on in which that shows.
 */
export class TextReader {
  private encoding: Encoding
  private decoder: TextDecoder
  /** The last bytes of the chunk before, which may be a part of a character. */
  private part: Uint8Array = new Uint8Array()

  constructor(head: Uint8Array) {
    this.encoding = encodingOf(head)
    this.decoder = new TextDecoder(this.encoding, { fatal: this.encoding === 'utf-8' })
  }

  /** Returns the text of the next chunk; of the rest of the file if there is no chunk. */
  read(chunk: Uint8Array = new Uint8Array(), isLast = false): string {
    try {
      const text = this.decoder.decode(chunk, { stream: !isLast })
      this.part = openPart(chunk)
      return text
    } catch {
      const bytes = new Uint8Array([...this.part, ...chunk])
      this.encoding = 'windows-1252'
      this.decoder = new TextDecoder(this.encoding)
      return this.decoder.decode(bytes, { stream: !isLast })
    }
  }

  /** Returns whole sentences about the encoding; none if it is UTF-8. */
  notices(): readonly string[] {
    if (this.encoding === 'utf-8') return []
    const name = this.encoding === 'windows-1252' ? 'Latin-1 (Windows-1252)' : 'UTF-16'
    return [`The text is not in UTF-8; it was read as ${name}.`]
  }
}

/** Returns the bytes at the end of a chunk that begin a character of UTF-8 but do not complete it. */
function openPart(chunk: Uint8Array): Uint8Array {
  const tail = chunk.slice(-LONGEST_PART)
  const at = tail.findLastIndex((byte) => byte >= 0xc0)
  return at < 0 ? new Uint8Array() : tail.slice(at)
}
