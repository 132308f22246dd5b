import { LINE_FEED } from '../json/ByteWindow'

/** Counts lines and columns of UTF-8 text that comes in chunks; a byte order mark is no column. */
export class LineCounter {
  /** 1-based; the line of the byte after the last one counted. Lines end in \n or \r\n. */
  line = 1
  /** 1-based, in characters (Unicode code points); the column of that byte. */
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

/** U+FEFF in UTF-8: its first byte is the only one that would count. */
const MARK: readonly number[] = [0xef, 0xbb, 0xbf]
