import { type Arrangement } from './Arrangement'

/** How a tensor is made of a foreign file: everything that somebody may choose about it. */
export interface Choice {
  /** Which of the file's arrays. */
  readonly arrayIndex: number
  readonly arrangement: Arrangement
  /** Whether −65504 is missing. */
  readonly isHalfMissing: boolean
  /** Whether zeros at the ends, and tokens such as `[PAD]`, are padding. */
  readonly isZeroPadding: boolean
}
