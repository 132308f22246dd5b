import { isTensorError, type Problem } from '../tensor/TensorError'

/** What to show for anything that was thrown while loading. */
export function problemOf(error: unknown, name: string): Problem {
  if (isTensorError(error)) return error.problem
  // Engines throw a RangeError for an array that does not fit into memory.
  if (error instanceof RangeError && /alloc|length|memory|size/i.test(error.message)) {
    return {
      tag: 'too-large',
      message: `“${name}” does not fit into the memory that the browser gives to a page (${error.message}).`,
      advice: 'Close other tabs, or split the file by layers or queries.',
    }
  }
  return {
    tag: 'internal',
    message: `“${name}” could not be read because of a fault in SimLens: ${String(error)}.`,
    advice: 'Please report it, with the file if you can.',
  }
}
