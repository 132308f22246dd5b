/** Tag of a problem. Problems with the same tag have the same kind of remedy. */
export type ProblemTag =
  'syntax' | 'shape' | 'type' | 'empty' | 'unsupported' | 'too-large' | 'read' | 'internal'

/**
 * The place of a problem in the input. Every field is optional: a path may come without a byte, and a byte without a
 * path.
 */
export interface Place {
  /** Path in the document, such as `values[1][3][7]`. */
  readonly path?: string
  /** 0-based offset in bytes from the start of the file; a byte order mark counts. */
  readonly byte?: number
  /** 1-based line. */
  readonly line?: number
  /** 1-based column, counted in characters (Unicode code points), not bytes. */
  readonly column?: number
  /** The text around the place: one line, at most about 80 characters. */
  readonly excerpt?: string
}

/** A problem as plain data, so that it can pass from a worker to the page, which shows it unchanged. */
export interface Problem {
  readonly tag: ProblemTag
  /** One sentence that states what is wrong and what was found. */
  readonly message: string
  /** One sentence that states what the reader can do. */
  readonly advice: string
  readonly place?: Place
}

/** The error that the readers throw. The page shows its `problem`. */
export class TensorError extends Error {
  readonly problem: Problem

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options)
    this.name = 'TensorError'
    this.problem = problem
  }

  get tag(): ProblemTag {
    return this.problem.tag
  }
}

/** Returns true for an error that a reader threw on purpose. */
export function isTensorError(error: unknown): error is TensorError {
  return error instanceof TensorError
}
