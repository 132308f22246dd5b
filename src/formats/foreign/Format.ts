import { type Tensor } from '../../tensor/Tensor'
import { type ByteSource } from '../source/ByteSource'
import { type ReadOptions } from '../source/ReadOptions'
import { type FoundOrigin } from './FoundFile'

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

/** A tensor of a file, with its name and its origin. */
export interface NamedTensor {
  /** The file's name without its extension and, if the file has several tensors, the slice: `scores [0][2]`. */
  readonly name: string
  readonly tensor: Tensor
  /** Origin in a foreign file, from which it can be arranged again; otherwise undefined. */
  readonly found?: FoundOrigin
  /** The view in which a figure was saved, not validated; undefined if the tensor does not come from a figure. */
  readonly carriedView?: unknown
}

/** The content of a file. */
export interface ReadTensors {
  /**
   * Tensors of the file: at least one, but none if it is a file of tokens. Slices of one file share the buffer of their
   * values.
   */
  readonly tensors: readonly NamedTensor[]
  /** Whole sentences about parts that were not read literally. */
  readonly notices: readonly string[]
  /** Those of the notices that only say what the file was recognized as, and how it was read without any doubt. */
  readonly understood?: readonly string[]
  /** Tokens of a file of tokens. They apply to the open tensor. */
  readonly tokens?: TokenFile
}

/**
 * The content of a file of tokens, which has nothing to draw and applies to the open tensor. It is either the texts, as
 * one list for all queries or one for each, or a tokenizer's vocabulary, which converts ids into texts.
 */
export type TokenFile =
  | { readonly kind: 'texts'; readonly lists: readonly (readonly string[])[] }
  | {
      readonly kind: 'vocabulary'
      readonly texts: ReadonlyMap<number, string>
      /** Texts of special tokens. */
      readonly special: readonly string[]
    }
