import { TensorError } from '../../tensor/TensorError'

/** Returns the error for a field. `line` is the 1-based line of its row. */
export function rowError(line: number, field: string, what = 'is no number'): TensorError {
  return new TensorError({
    tag: 'shape',
    message: `“${field.slice(0, 40)}” in row ${line} of the table ${what}.`,
    advice: 'Write a matrix of numbers, or rows of layer, token and value.',
    place: { line },
  })
}
