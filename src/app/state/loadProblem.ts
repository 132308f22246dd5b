import { isTensorError, type Problem } from '../../tensor/TensorError'

/** Returns the problem to show for an error that is thrown while a file is opened. */
export function loadProblem(error: unknown): Problem {
  if (isTensorError(error)) return error.problem
  return {
    tag: 'internal',
    message: `SimLens failed while it read this file: ${error instanceof Error ? error.message : String(error)}.`,
    advice:
      'This is a defect of SimLens. The figure that was there is still there; please report the file.',
  }
}
