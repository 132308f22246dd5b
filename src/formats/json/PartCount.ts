import { TensorError } from '../../tensor/TensorError'

/**
 * Most bytes in memory of a document's texts, arrays and objects, without the numbers of its rows. A file of `[],[],[],`
 * would otherwise take many times its own size.
 */
const MOST_BYTES = 600e6

/** Bytes in memory of a part without its text. A character of a text takes one more. */
const PART_BYTES = 40

/** Adds up the memory of the parts of a document while it is scanned. */
export class PartCount {
  private byteCount = 0

  /**
   * Adds a part with a text of `length` UTF-16 units. Throws TensorError (too-large) if all parts together take too much
   * memory. `byte` is the offset in the file after the part.
   */
  add(length: number, byte: number): void {
    this.byteCount += PART_BYTES + length
    if (this.byteCount <= MOST_BYTES) return
    throw new TensorError({
      tag: 'too-large',
      message: `Up to here the file has so many texts, arrays and objects that they take ${MOST_BYTES / 1e6} MB of memory.`,
      advice: 'Write the values as arrays of numbers, or split the file.',
      place: { byte },
    })
  }
}
