import { type Choice } from './Choice'
import { type FoundFile } from './FoundFile'

/** Where a tensor of a foreign file comes from: what is needed to arrange it anew. */
export interface FoundOrigin {
  /** Without its ending. */
  readonly fileName: string
  readonly file: FoundFile
  readonly choice: Choice
  /** False where the reader of the page should be asked. */
  readonly isCertain: boolean
  /** Cells at the ends of its rows that may be padding. */
  readonly zeroCount: number
  /** Values of −65504 in its array. */
  readonly halfCount: number
}
