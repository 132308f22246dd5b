import { isTensorError, type Problem } from '../tensor/TensorError'

/** The subject of a job, and the participle of its verb: “a.json” could not be *read*. */
export interface JobWords {
  readonly subject: string
  readonly done: string
}

/** Returns the problem to show for any value that a job threw. */
export function problemOf(error: unknown, { subject, done }: JobWords): Problem {
  if (isTensorError(error)) return error.problem
  if (isOutOfMemory(error)) {
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
 * Whether an engine threw the error for an array or a text that does not fit into memory. The error of a stack that is
 * too deep has the same type, and that of Firefox mentions memory only by the word allocation.
 */
function isOutOfMemory(error: unknown): error is Error {
  return (
    error instanceof Error &&
    /^(?:Range|Internal)Error$/.test(error.name) &&
    /alloc|memory|(?:array|string|buffer) length/i.test(error.message)
  )
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
