import { type Tensor } from '../../tensor/Tensor'
import { type FoundOrigin } from './FoundFile'

export interface NamedTensor {
  /** The file's name without its ending, and, of several tensors in one file, the slice: `scores [0][2]`. */
  readonly name: string
  readonly tensor: Tensor
  /** Of a foreign file's tensor only: from what it can be arranged anew. */
  readonly found?: FoundOrigin
  /** Of a figure's tensor only: the view in which it was saved, unchecked. */
  readonly carriedView?: unknown
}

/** What a file turned out to hold. */
export interface ReadTensors {
  /** At least one, but none of a file of tokens. Slices of one file share the buffer of their values. */
  readonly tensors: readonly NamedTensor[]
  /** Whole sentences about what was read differently than it stands there. */
  readonly notices: readonly string[]
  /** What a file of tokens names, for the tensor that is open. */
  readonly tokens?: TokenFile
}

/**
 * A file that names tokens and holds nothing to draw; it is laid beside the tensor that is open. Either the texts
 * themselves, one list for all queries or one for each, or a tokenizer's vocabulary, which turns ids into texts.
 */
export type TokenFile =
  | { readonly kind: 'texts'; readonly lists: readonly (readonly string[])[] }
  | {
      readonly kind: 'vocabulary'
      readonly texts: ReadonlyMap<number, string>
      /** Texts of special tokens. */
      readonly special: readonly string[]
    }
