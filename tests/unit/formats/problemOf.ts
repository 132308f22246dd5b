import { isTensorError, type Problem } from '../../../src/tensor/TensorError'

/** The problem that a call or a promise ends in; fails where there is none or another kind of error. */
export async function problemOf(run: () => unknown): Promise<Problem> {
  try {
    await run()
  } catch (error) {
    if (isTensorError(error)) return error.problem
    throw error
  }
  throw new Error('no problem was thrown')
}
