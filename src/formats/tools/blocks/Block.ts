import { type FoundArray } from '../../foreign/FoundFile'

/** The largest number of dimensions of an array. */
export const MAX_RANK = 8

/** Nested arrays of numbers in a document. */
export interface Block extends Pick<FoundArray, 'values' | 'dimensions' | 'rowLengths'> {
  /** Number of values that are written as texts. */
  readonly textCount: number
}

/** One of several blocks at the same place. */
export interface NamedBlock {
  /** Name of the block at its place. Empty if there is only one. */
  readonly name: string
  readonly block: Block
}
