/** Bytes that a token can be delimited by; names as in the JSON grammar. */
export const QUOTE = 0x22
export const BACKSLASH = 0x5c
export const OPEN_BRACKET = 0x5b
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d
export const COMMA = 0x2c
export const COLON = 0x3a
export const LINE_FEED = 0x0a

/** Bytes behind the last one that may be looked at, though they mean nothing. */
export const LOOKAHEAD = 8

/**
 * The part of a file that has arrived and has not been consumed. Positions are indices into `bytes`
 * and hold until the next `push`.
 */
export class ByteWindow {
  bytes = new Uint8Array(1 << 16)
  /** The same bytes, for reading several at once; behind `end` there are `LOOKAHEAD` more of any kind. */
  view = new DataView(this.bytes.buffer)
  /** The first byte that is not consumed. */
  position = 0
  /** One past the last byte that has arrived. */
  end = 0
  /** Whether the last byte of the file has arrived. */
  isFinal = false
  /** Byte in the file of `bytes[0]`. */
  private base = 0
  /** Bytes after `position` that `find` has looked through, so that no byte is searched twice. */
  private searched = 0

  push(chunk: Uint8Array): void {
    if (this.end + chunk.length + LOOKAHEAD > this.bytes.length) this.makeRoom(chunk.length)
    this.bytes.set(chunk, this.end)
    this.end += chunk.length
  }

  /** Byte in the file of a position. */
  offsetOf(position: number): number {
    return this.base + position
  }

  consumeTo(position: number): void {
    this.position = position
    this.searched = 0
  }

  consumeSpace(): void {
    const next = this.skipSpace(this.position)
    if (next > this.position) this.consumeTo(next)
  }

  /** The first position at or after `from` that is no JSON whitespace; `end` if there is none. */
  skipSpace(from: number): number {
    const { bytes, end } = this
    let at = from
    while (at < end) {
      const byte = bytes[at]
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break
      at++
    }
    return at
  }

  /**
   * The first place of `byte` after `position`, or −1. Asking again for the same byte after more has
   * arrived goes on where the last search ended; `after` skips what was found and not wanted.
   */
  find(byte: number, after = this.position + 1 + this.searched): number {
    const index = this.bytes.subarray(after, this.end).indexOf(byte)
    this.searched = index < 0 ? Math.max(0, this.end - this.position - 1) : 0
    return index < 0 ? -1 : after + index
  }

  /** Moves what is unread to the front; at least doubles a buffer that is half full of it. */
  private makeRoom(byteCount: number): void {
    const unread = this.bytes.subarray(this.position, this.end)
    const needed = unread.length + byteCount + LOOKAHEAD
    if (needed * 2 > this.bytes.length) {
      const larger = new Uint8Array(needed * 2)
      larger.set(unread)
      this.bytes = larger
      this.view = new DataView(larger.buffer)
    } else {
      this.bytes.copyWithin(0, this.position, this.end)
    }
    this.base += this.position
    this.end = unread.length
    this.position = 0
  }
}
