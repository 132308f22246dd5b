import { type Tensor } from '../../tensor/Tensor'
import { type NoiseCount } from '../noiseFloor'
import { type Statistics } from '../Statistics'
import { type QuerySummary } from './QuerySummary'
import { type TokenMeans } from './tokenMeans'

/** The input from which findings are made. */
export interface FindingInput {
  /** Tensor of the displayed values. */
  readonly tensor: Tensor
  readonly queryIndex: number
  /** Statistics of the query. */
  readonly statistics: Statistics
  /** Ends of the color domain; absent if no value is finite. */
  readonly domain?: { readonly low: number; readonly high: number }
  /** Number of cells of the displayed rectangle that have no token. */
  readonly paddingCount: number
  /**
   * Displayed values that differ by no more than this are equal: rounding errors of a transform, or 0 if the values are
   * as they were loaded.
   */
  readonly tolerance: number
  /** The noise count; absent unless the displayed values are unchanged cosines of states of known width. */
  readonly noise?: NoiseCount
}

/** Parameters that the reader may change. */
export interface FindingParameters {
  /** Number of the highest and of the lowest cells that are named, and of the trends of each kind; default 3. */
  readonly count: number
  /** Half-width of the neutral band, as a share of the half-width of the domain; default 0.5. */
  readonly band: number
  /** Largest expected share of the named trends that are due to chance; default 0.05. */
  readonly level: number
}

/** The parameters of a reader who changed none. */
export const defaultParameters: FindingParameters = { count: 3, band: 0.5, level: 0.05 }

/** The input with the summary of the query's cells, and the means of its tokens. */
export interface SummarizedInput extends FindingInput {
  readonly summary: QuerySummary
  readonly means: TokenMeans
}
