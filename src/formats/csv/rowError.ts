import { TensorError } from '../../tensor/TensorError'

/** What is wrong with a row; `line` is 1-based. */
export function rowError(line: number, message: string): TensorError {
  return new TensorError({
    tag: 'shape',
    message: `Row ${line} of the table: ${message}`,
    advice: 'Write a matrix with a number in every field, or rows of layer, token and value.',
    place: { line },
  })
}
