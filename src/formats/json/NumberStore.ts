import { tooLarge } from '../source/Budget'

/**
 * Factor of extra room, in case the next numbers have shorter texts than the ones so far. Unused room takes no memory,
 * but too little room requires a copy of all numbers.
 */
const HEADROOM = 1.1

/** A growing array that holds all numeric rows of a document, one after the other. */
export class NumberStore {
  length = 0
  /** The numbers, followed by free room. */
  values = new Float64Array(1024)
  /** Whether a whole number beyond 2^53 among the numbers was rounded. */
  hasRounded = false
  /** Number of bytes of text of the committed numbers. */
  rowBytes = 0
  /** Estimated number of all numbers in the document, at least `length`. */
  expectedCount = 0

  /** The committed numbers, as a view that is valid until the store grows. */
  get numbers(): Float64Array<ArrayBuffer> {
    return this.values.subarray(0, this.length)
  }

  /**
   * Sets the number of bytes of text that are still to be read. The next time the store grows, it grows to the
   * estimated size, which avoids doubling and saves half of the memory.
   */
  expect(byteCount: number): void {
    const density = this.rowBytes === 0 ? 0 : this.length / this.rowBytes
    this.expectedCount = this.length + Math.ceil(byteCount * density)
  }

  /**
   * Adds the next `count` numbers, which are already written to `values`. `byteCount` is the length of their text in
   * bytes.
   */
  commit(count: number, byteCount: number): void {
    this.length += count
    this.rowBytes += byteCount
    this.expectedCount = Math.max(this.expectedCount, this.length)
  }

  /** Notes that a whole number among the numbers was rounded. */
  markRounded(): void {
    this.hasRounded = true
  }

  /** Enlarges the store and returns its new `values`, with all written numbers. Throws TensorError (too-large). */
  grow(): Float64Array<ArrayBuffer> {
    // The estimate is updated with every chunk, so it is too small only for a short time.
    const { length } = this.values
    const count = this.expectedCount > length ? this.expectedCount * HEADROOM : length * 1.5
    const larger = allocated(Math.ceil(count))
    larger.set(this.values)
    this.values = larger
    return larger
  }
}

function allocated(count: number): Float64Array<ArrayBuffer> {
  try {
    return new Float64Array(count)
  } catch (error) {
    throw tooLarge(count, fittingCount(count / 2), error)
  }
}

/** Returns a number of values that fit into memory. The largest possible number is at most twice as large. */
function fittingCount(count: number): number {
  try {
    return new Float64Array(Math.floor(count)).length
  } catch {
    return fittingCount(count / 2)
  }
}
