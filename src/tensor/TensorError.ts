/** What kind of thing went wrong; one tag, one cure. */
export type ProblemTag =
  'syntax' | 'shape' | 'type' | 'empty' | 'unsupported' | 'too-large' | 'read' | 'internal'

/** Where in the input a problem is. Every field is optional: a path needs no byte and vice versa. */
export interface Place {
  /** Path into the document, such as `values[1][3][7]`. */
  readonly path?: string
  /** 0-based offset in bytes from the start of the file, a byte order mark included. */
  readonly byte?: number
  /** 1-based line. */
  readonly line?: number
  /** 1-based column, counted in characters (Unicode code points), not bytes. */
  readonly column?: number
  /** The text around the place, one line, at most about 80 characters. */
  readonly excerpt?: string
}

/** A problem as data: it crosses the worker boundary and is shown as it is. */
export interface Problem {
  readonly tag: ProblemTag
  /** One sentence: what is wrong and what was found. */
  readonly message: string
  /** One sentence: what the reader can do. */
  readonly advice: string
  readonly place?: Place
}

/** Thrown inside the readers; `problem` is what the page shows. */
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

export function isTensorError(error: unknown): error is TensorError {
  return error instanceof TensorError
}
