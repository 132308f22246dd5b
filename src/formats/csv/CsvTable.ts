import { type ReadTensors } from '../foreign/ReadTensors'
import { type CsvRow } from './CsvRows'

/** Takes the rows of a table one by one, the first included. */
export interface CsvTable {
  /** Values so far. */
  readonly cellCount: () => number
  /** `line` is 1-based. Throws `TensorError` (type, shape). */
  readonly add: (row: CsvRow, line: number) => void
  /** `name` is the file's, without its ending. Throws `TensorError`. */
  readonly read: (name: string) => ReadTensors
}
