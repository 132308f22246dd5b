import { type ReadTensors } from '../foreign/Format'
import { type CsvRow } from './CsvRows'

/** A table that is read row by row, from the first row on. */
export interface CsvTable {
  /** Returns the number of values so far. */
  readonly cellCount: () => number
  /** Adds a row. `line` is 1-based. Throws TensorError (type, shape). */
  readonly add: (row: CsvRow, line: number) => void
  /** Returns the tensors of the table. `name` is the file's name without its extension. Throws TensorError. */
  readonly read: (name: string) => ReadTensors
}
