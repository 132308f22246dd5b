import { isTensorError, type Problem } from '../tensor/TensorError'

/** The subject of a job, and the participle of its verb: “a.json” could not be *read*. */
export interface JobWords {
  readonly subject: string
  readonly done: string
}

/** Returns the problem to show for any value that a job threw. */
export function problemOf(error: unknown, { subject, done }: JobWords): Problem {
  if (isTensorError(error)) return error.problem
  // Engines throw a RangeError for an array that does not fit into memory.
  if (error instanceof RangeError && /alloc|length|memory|size/i.test(error.message)) {
    return {
      tag: 'too-large',
      message: `${subject} does not fit into the memory that the browser gives to a page (${error.message}).`,
      advice: 'Close other tabs, or split the file by layers or queries.',
    }
  }
  return {
    tag: 'internal',
    message: `${subject} could not be ${done} because of a fault in SimLens: ${String(error)}.`,
    advice: 'Please report it, with the file if you can.',
  }
}

/**
 * Returns the problem to show if a worker, or the connection to it, failed. `detail` is a clause that begins with a
 * small letter and has no full stop.
 */
export function brokenWorker({ subject, done }: JobWords, detail: string): Problem {
  return {
    tag: 'internal',
    message: `${subject} could not be ${done}: ${detail}.`,
    advice: 'Try it once more; very many cells may need more memory than the browser gives.',
  }
}
