import { type Tensor } from '../../tensor/Tensor'
import { type Statistics } from '../Statistics'
import { type NoiseCount } from './noiseCount'
import { type QuerySummary } from './QuerySummary'

/** What findings are made from. */
export interface FindingInput {
  /** The displayed values. */
  readonly tensor: Tensor
  readonly queryIndex: number
  /** Of the query. */
  readonly statistics: Statistics
  /** Ends of the color domain; absent where no value is finite. */
  readonly domain?: { readonly low: number; readonly high: number }
  /** Cells of the displayed rectangle that have no token. */
  readonly paddingCount: number
  /** Only where the displayed values are cosines as they are, of states of a known width. */
  readonly noise?: NoiseCount
}

/** What the reader may change. */
export interface FindingParameters {
  /** How many of the highest and of the lowest cells are named, and of the trends each way; default 3. */
  readonly count: number
  /** Half-width of the neutral band, as a share of the domain's half-width; default 0.5. */
  readonly band: number
  /** Share of the named trends that may be wrong; default 0.05. */
  readonly level: number
}

export const defaultParameters: FindingParameters = { count: 3, band: 0.5, level: 0.05 }

/** The input with what one pass over the query's cells has found. */
export interface SummarizedInput extends FindingInput {
  readonly summary: QuerySummary
}
