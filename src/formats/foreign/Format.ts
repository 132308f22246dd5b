import { type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/Progress'
import { type ReadTensors } from './ReadTensors'

/** A kind of file from which tensors can be read. */
export interface Format {
  /** Name in a sentence, with its article: “a JSON file”. */
  readonly name: string
  /**
   * Whether a file is of this kind. Decides by its first bytes (up to 4,096), and by its name only if the bytes are not
   * conclusive.
   */
  recognizes(head: Uint8Array, name: string): boolean
  /** Returns the tensors of a file. Throws TensorError, or the signal's reason if it is aborted. */
  read(source: ByteSource, options: ReadOptions): Promise<ReadTensors>
}
