import { type Tensor } from '../tensor/Tensor'

export interface NamedTensor {
  /** The file's name without its ending, and, of several tensors in one file, the slice: `scores [0][2]`. */
  readonly name: string
  readonly tensor: Tensor
}

/** What a file turned out to hold. */
export interface ReadTensors {
  /** At least one. Slices of one file share the buffer of their values. */
  readonly tensors: readonly NamedTensor[]
  /** Whole sentences about what was read differently than it stands there. */
  readonly notices: readonly string[]
}
