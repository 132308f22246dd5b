import { type FoundArray } from '../found/FoundArray'

/** Numbers nested in one another, as they stand somewhere in a document. */
export interface Block extends Pick<FoundArray, 'values' | 'dimensions' | 'rowLengths'> {
  /** How many of them are written as texts. */
  readonly textCount: number
}
