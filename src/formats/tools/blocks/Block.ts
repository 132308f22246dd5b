import { type FoundArray } from '../../foreign/FoundFile'

/** More dimensions than these has no array. */
export const MAX_RANK = 8

/** Numbers nested in one another, as they stand somewhere in a document. */
export interface Block extends Pick<FoundArray, 'values' | 'dimensions' | 'rowLengths'> {
  /** How many of them are written as texts. */
  readonly textCount: number
}

/** One of several blocks that stand in the same place. */
export interface NamedBlock {
  /** What it is called there; empty for the only one. */
  readonly name: string
  readonly block: Block
}
