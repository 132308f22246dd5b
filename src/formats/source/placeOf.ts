import { type Place } from '../../tensor/TensorError'
import { type ByteSource } from './ByteSource'

const LINE_FEED = 0x0a

/** U+FEFF in UTF-8. The line counter would count only its first byte as a character. */
const MARK: readonly number[] = [0xef, 0xbb, 0xbf]

/** Number of bytes kept on either side of the place for the excerpt, enough for 40 characters of UTF-8. */
const CONTEXT_BYTES = 160
const CONTEXT_CHARACTERS = 40

/** Returns the line and column of a byte and the text around it. It reads the source up to that byte. */
export async function placeOf(source: ByteSource, byte: number): Promise<Place> {
  const counter = new LineCounter()
  let before: Uint8Array = new Uint8Array(0)
  let after: Uint8Array = new Uint8Array(0)
  let read = 0
  for await (const chunk of source.stream()) {
    const split = Math.min(Math.max(byte - read, 0), chunk.length)
    counter.count(chunk.subarray(0, split))
    before = join(before, chunk.subarray(0, split)).slice(-CONTEXT_BYTES)
    after = join(after, chunk.subarray(split, split + CONTEXT_BYTES))
    read += chunk.length
    if (after.length >= CONTEXT_BYTES) break
  }
  return {
    byte,
    line: counter.line,
    column: counter.column,
    excerpt: excerptOf(before, after.subarray(0, CONTEXT_BYTES)),
  }
}

/** Counts the lines and columns of UTF-8 text that arrives in chunks. A byte order mark does not count as a column. */
class LineCounter {
  /** 1-based line of the byte after the last one counted. Lines end in \n or \r\n. */
  line = 1
  /** 1-based column of that byte, in characters (Unicode code points). */
  column = 1
  private byteCount = 0

  count(bytes: Uint8Array): void {
    const last = bytes.lastIndexOf(LINE_FEED)
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
      this.line++
    }
    if (last >= 0) this.column = 1
    for (let at = last + 1; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      const isMark = this.byteCount + at < 3 && MARK[this.byteCount + at] === byte
      if ((byte & 0xc0) !== 0x80 && !isMark) this.column++
    }
    this.byteCount += bytes.length
  }
}

function excerptOf(before: Uint8Array, after: Uint8Array): string {
  const isCut = after.length === CONTEXT_BYTES
  const lead =
    decode(wholeCharacters(before))
      .split(/[\r\n]/)
      .at(-1) ?? ''
  const [rest = ''] = decode(after).split(/[\r\n]/)
  const left = Array.from(lead)
  const right = Array.from(rest)
  const start = left.slice(-CONTEXT_CHARACTERS).join('')
  const end = right.slice(0, CONTEXT_CHARACTERS).join('')
  const hasMoreBefore = left.length > CONTEXT_CHARACTERS
  const hasMoreAfter = right.length > CONTEXT_CHARACTERS || (isCut && right.length === rest.length)
  const text = `${hasMoreBefore ? '…' : ''}${start}${end}${hasMoreAfter ? '…' : ''}`
  return text.replaceAll(/\p{Cc}/gu, ' ').trim()
}

/** Returns the bytes without those of a character whose beginning was cut off. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80)
  return start < 0 ? bytes : bytes.subarray(start)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
