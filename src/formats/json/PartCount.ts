import { TensorError } from '../../tensor/TensorError'

/**
 * Most bytes in memory of a document's texts, arrays and objects, without the numbers of its rows. A file of `[],[],[],`
 * would otherwise take many times its own size.
 */
const MOST_BYTES = 600e6

/** Bytes in memory of a part without its text. A character of a text takes one more. */
const PART_BYTES = 40

/** Adds up the memory of the parts of a document, or of the fields of a table, while it is read. */
export class PartCount {
  private byteCount = 0

  /**
   * Adds a part with a text of `length` UTF-16 units. Throws TensorError (too-large) if all parts together take too much
   * memory. `at` is the offset in bytes after the part, or the 1-based line.
   */
  add(length: number, at: number, unit: 'byte' | 'line' = 'byte'): void {
    this.byteCount += PART_BYTES + length
    if (this.byteCount <= MOST_BYTES) return
    throw new TensorError({
      tag: 'too-large',
      message: `Up to here the file has so many texts, arrays and objects that they take ${MOST_BYTES / 1e6} MB of memory.`,
      advice: 'Write the values as arrays of numbers, or split the file.',
      place: { [unit]: at },
    })
  }
}
