import { type BinAxis } from './BinAxis'
import { type Matrix } from './Matrix'
import { type Pyramid } from './Pyramid'
import { type StandingOut } from './StandingOut'

/**
 * The value that a bin shows for its cells. `typical` is their mean, or the cell that stands out most in its own layer.
 */
export type Detail = 'typical' | 'extreme' | 'mean' | 'max' | 'min'

/** A bin by its indices in the windows: row 0 holds the first rows of the window. */
export interface BinPlace {
  readonly binColumn: number
  readonly binRow: number
}

/** The input from which the bins of a matrix are computed. */
export interface BinSource {
  readonly matrix: Matrix
  /** The pyramid of each block of the tensor's values. */
  readonly pyramids: readonly Pyramid[]
  readonly columns: BinAxis
  readonly layers: BinAxis
  readonly detail: Detail
  /**
   * The reference of `extreme`, which shows the value farthest from it: the median of the query's finite values. NaN
   * counts as 0.
   */
  readonly reference: number
  /** The cells that `typical` shows in place of a mean; default infinite ones only. */
  readonly standing?: StandingOut | undefined
}
