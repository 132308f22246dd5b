import { type MeanRange } from '../analysis/meanRange'
import { type StandingCell, type StandingOut } from '../tensor/StandingOut'

/** The bins of a figure that shows typical values, as far as they depend on the sizes of the bins only. */
export interface TypicalBins {
  readonly standing: StandingOut
  /** The first cells of the query that stand out, layer by layer. */
  readonly cells: readonly StandingCell[]
  /** Whether more cells stand out than are listed. */
  readonly isCut: boolean
  readonly range: MeanRange
  /** Present if the colors are those of the means. */
  readonly means?: {
    /** Whether a few means are below the colors, or above them. */
    readonly hasBelow: boolean
    readonly hasAbove: boolean
    /** Least number of cells of a whole bin. */
    readonly leastCount: number
    /** The noise floor of the mean of so many cells; absent if the cells have none. */
    readonly noiseLimit?: number
  }
}
