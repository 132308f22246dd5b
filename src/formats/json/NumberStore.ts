import { tooLarge } from '../source/tooLarge'

/**
 * What the numbers to come may be shorter than those so far. Room that is never written to takes no memory; room that
 * is too small means a copy of all numbers.
 */
const HEADROOM = 1.1

/** One growing array of numbers: all numeric rows of a document, one after the other. */
export class NumberStore {
  length = 0
  /** The numbers, and room behind them. */
  values = new Float64Array(1024)
  /** Bytes of text that the numbers took. */
  rowBytes = 0
  /** How many numbers there will be in all, as far as can be told; at least those that there are. */
  expectedCount = 0

  /** What has been committed: a view, not a copy, that holds until the store grows. */
  get numbers(): Float64Array<ArrayBuffer> {
    return this.values.subarray(0, this.length)
  }

  /**
   * Says how many bytes of text are still to be read. The next time the store grows, it grows to what they may hold,
   * which saves doubling, and with it half of the memory.
   */
  expect(byteCount: number): void {
    const density = this.rowBytes === 0 ? 0 : this.length / this.rowBytes
    this.expectedCount = this.length + Math.ceil(byteCount * density)
  }

  /** Takes as its own the next `count` numbers, which have been written into `values` from `byteCount` bytes. */
  commit(count: number, byteCount: number): void {
    this.length += count
    this.rowBytes += byteCount
    this.expectedCount = Math.max(this.expectedCount, this.length)
  }

  /** More room behind the numbers; what was written there stays. Throws `TensorError` (too-large). */
  grow(): Float64Array<ArrayBuffer> {
    // What is expected is told anew with every chunk, so that it is too little only for a moment.
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

/** A number of values for which there is memory, at most by half too small. */
function fittingCount(count: number): number {
  try {
    return new Float64Array(Math.floor(count)).length
  } catch {
    return fittingCount(count / 2)
  }
}
