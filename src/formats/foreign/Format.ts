import { type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/Progress'
import { type ReadTensors } from './ReadTensors'

/** A kind of file that tensors are read from. */
export interface Format {
  /** As a sentence names it: “a JSON file”. */
  readonly name: string
  /** Whether a file is of this kind, by its first bytes (up to 4,096), and by its name only where these do not say. */
  recognizes(head: Uint8Array, name: string): boolean
  /** Throws `TensorError`, or the signal's reason. */
  read(source: ByteSource, options: ReadOptions): Promise<ReadTensors>
}
