import { TensorError } from '../../tensor/TensorError'
import { type ReadTensors } from '../foreign/Format'
import { type NumberStore } from '../json/NumberStore'
import { fieldNumber, type CsvRow } from './CsvRows'

/** A table that is read row by row, from the first row on. */
export interface CsvTable {
  /** Returns the number of values so far. */
  readonly cellCount: () => number
  /** Adds a row. `line` is 1-based. Throws TensorError (type, shape). */
  readonly add: (row: CsvRow, line: number) => void
  /**
   * Returns the tensors of the table. `name` is the file's name without its extension; `notices` are whole sentences
   * about the text. Throws TensorError.
   */
  readonly read: (name: string, notices: readonly string[]) => ReadTensors
}

/** Adds the numbers of the fields to the store, as one row. Throws TensorError (shape) if a field is text. */
export function addNumbers(
  store: NumberStore,
  fields: CsvRow,
  isComma: boolean,
  line: number,
): void {
  const { length } = store
  let { values } = store
  while (length + fields.length > values.length) values = store.grow()
  for (let k = 0; k < fields.length; k++) {
    const field = fields[k] ?? ''
    const value = fieldNumber(field, isComma)
    if (value === undefined) throw rowError(line, field)
    values[length + k] = value
  }
  store.commit(fields.length, 0)
}

/** Throws TensorError (shape) if a row has more fields than the header. */
export function checkLength(fields: CsvRow, length: number, line: number): void {
  if (fields.length > length) throw rowError(line, fields.at(-1) ?? '', 'is one field too many')
}

/** Returns the error for a field. `line` is the 1-based line of its row. */
export function rowError(line: number, field: string, what = 'is no number'): TensorError {
  return new TensorError({
    tag: 'shape',
    message: `“${field.slice(0, 40)}” in row ${line} of the table ${what}.`,
    advice: 'Write a matrix of numbers, or rows of layer, token and value.',
    place: { line },
  })
}
