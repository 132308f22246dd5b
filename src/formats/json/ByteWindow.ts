import { TensorError } from '../../tensor/TensorError'

/** Bytes that delimit tokens, with the names of the JSON grammar. */
export const QUOTE = 0x22
export const BACKSLASH = 0x5c
export const OPEN_BRACKET = 0x5b
export const CLOSE_BRACKET = 0x5d
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d
export const COMMA = 0x2c
export const COLON = 0x3a
export const LINE_FEED = 0x0a

/** Longest token or row of numbers, in bytes: twelve million numbers. */
const LONGEST = 1 << 28

/** Number of readable bytes after the last one. Their content has no meaning. */
const LOOKAHEAD = 8

/**
 * The part of a file that has arrived and is not consumed yet. Positions are indices into `bytes` and are valid until
 * the next `push`.
 */
export class ByteWindow {
  bytes = new Uint8Array(1 << 16)
  /** A view of the same bytes, for reading several at once. At least `LOOKAHEAD` bytes of any content follow `end`. */
  view = new DataView(this.bytes.buffer)
  /** Position of the first byte that is not consumed. */
  position = 0
  /** Position after the last byte that has arrived. */
  end = 0
  /** Whether the last byte of the file has arrived. */
  isFinal = false
  /** Offset of `bytes[0]` in the file. */
  private base = 0
  /** Number of bytes after `position` that `find` has searched, so that no byte is searched twice. */
  private searched = 0

  push(chunk: Uint8Array): void {
    if (this.end + chunk.length + LOOKAHEAD > this.bytes.length) this.makeRoom(chunk.length)
    this.bytes.set(chunk, this.end)
    this.end += chunk.length
  }

  /** Returns the offset in the file of a position. */
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

  /** Returns the first position at or after `from` that is not JSON white space, or `end` if there is none. */
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
   * Returns the first position of `byte` after `position`, or −1. If it is called again for the same byte after more
   * bytes have arrived, the search continues where the last one ended. Use `after` to skip a match.
   */
  find(byte: number, after = this.position + 1 + this.searched): number {
    const index = this.bytes.subarray(after, this.end).indexOf(byte)
    this.searched = index < 0 ? Math.max(0, this.end - this.position - 1) : 0
    return index < 0 ? -1 : after + index
  }

  /**
   * Moves the unread bytes to the front. If they and the new bytes would fill more than half of the buffer, a longer
   * buffer takes its place.
   */
  private makeRoom(byteCount: number): void {
    const unread = this.bytes.subarray(this.position, this.end)
    const needed = unread.length + byteCount + LOOKAHEAD
    if (unread.length > LONGEST) throw tooLong(this.offsetOf(this.position))
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

function tooLong(byte: number): TensorError {
  return new TensorError({
    tag: 'too-large',
    message: `A text or a row of numbers begins here and has no end within ${Math.round(LONGEST / 1e6)} MB.`,
    advice: 'Split the row, or save the array as .npy.',
    place: { byte },
  })
}
