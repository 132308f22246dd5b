import { type NoiseCount } from '../noiseFloor'
import { type CellIndex } from '../Statistics'

/**
 * Cells of the shown query, by 0-based indices: one cell, or all cells of a token or a layer if the other index is
 * absent.
 */
export type Area = Partial<CellIndex>

/** A cell with its value. */
export interface CellValue extends CellIndex {
  readonly value: number
}

/** The end of the values that a finding is about. */
export type End = 'highest' | 'lowest'

/** The property that every finding has. */
interface Pointing {
  /** The cells that the finding is about; empty if it is about all cells. If there are very many, some are left out. */
  readonly areas: readonly Area[]
}

/** The k highest or lowest cells, the most extreme first; cells of equal value are in [layer][token] order. */
export interface ExtremesFinding extends Pointing {
  readonly kind: End
  readonly cells: readonly CellValue[]
  /** Number of cells that equal the last named one but are not named. */
  readonly tiedCount: number
}

/**
 * The token that is the most extreme in at least half of the layers, or the layer that is the most extreme for at least
 * half of the tokens.
 */
export interface LeaderFinding extends Pointing {
  readonly kind: 'leader'
  readonly end: End
  readonly leader: Area
  readonly count: number
  /** Number of layers (tokens) that have a value. */
  readonly totalCount: number
}

/** A token whose values all lie in the neutral band. */
export interface NeutralToken {
  readonly tokenIndex: number
  /** Largest distance of its values from the center of the band. */
  readonly far: number
  readonly min: number
  readonly max: number
}

/** Tokens whose values all lie in the band `low … high`, the one nearest to `center` first. */
export interface NeutralFinding extends Pointing {
  readonly kind: 'neutral'
  /** At most 100 tokens. */
  readonly tokens: readonly NeutralToken[]
  readonly count: number
  readonly center: number
  readonly low: number
  readonly high: number
  /** Number of tokens that have a value. */
  readonly totalCount: number
}

/** A token whose values rise or fall with depth, or turn on the way. */
export interface TrendFinding extends Pointing {
  readonly kind: 'trend'
  readonly tokenIndex: number
  readonly first: CellValue
  readonly last: CellValue
  /** The cell at which the values turn; absent if they do not. */
  readonly turn?: CellValue
  /** Kendall's τ-b between the values and their layers. */
  readonly tau: number
  /**
   * Two-sided p-value of the trend, or the greater one of the two parts of a turn; `correctedP` is corrected for all
   * tokens.
   */
  readonly p: number
  readonly correctedP: number
  /** Theil–Sen slope per layer; NaN if there are more than 1,000 layers. */
  readonly slope: number
}

/** Number of tokens that have a trend over the layers. */
export interface TrendsFinding extends Pointing {
  readonly kind: 'trends'
  readonly risingCount: number
  readonly fallingCount: number
  readonly turningCount: number
  /** Number of tokens with at least 4 values. */
  readonly totalCount: number
  /** Number of those tokens that were tested, the ones with the largest ranges. */
  readonly testedCount: number
  readonly level: number
}

/** The layers that stand out. */
export interface LayersFinding extends Pointing {
  readonly kind: 'layers'
  /** The layers with the largest and the smallest mean |similarity|. */
  readonly strongest: LayerValue
  readonly weakest: LayerValue
  /** The largest |similarity| of a cell, and the layers with such a cell. */
  readonly farthest: { readonly layers: readonly number[]; readonly value: number }
  /** The layer that differs most from the one before, by mean |difference|; absent if no two layers can be compared. */
  readonly change?: LayerValue
}

/** A layer with a number about it. */
export interface LayerValue {
  readonly layerIndex: number
  readonly value: number
}

/** The correlation between the means of the tokens and their distances from the query. */
export interface DistanceFinding extends Pointing {
  readonly kind: 'distance'
  /** Spearman's ρ of mean and distance; `p` is two-sided, by the normal approximation. */
  readonly rho: number
  readonly p: number
  readonly tokenCount: number
  /** Means of up to 8 equal parts of the tokens, the nearest part first. */
  readonly curve: readonly DistancePart[]
}

/** Consecutive tokens, and the mean of their means. */
export interface DistancePart {
  /** The nearest and the farthest token of the part. */
  readonly nearToken: number
  readonly farToken: number
  readonly mean: number
}

/** Tokens with a common property, compared with all others. */
export interface GroupFinding extends Pointing {
  readonly kind: 'group'
  readonly group: 'special' | 'punctuation' | 'repeated'
  /** Indices of the tokens, ascending. */
  readonly tokens: readonly number[]
  /** Mean of the means of these tokens, and of all other tokens. */
  readonly mean: number
  readonly restMean: number
  /** The interval that contains the difference of the means for 95 % of random groups of the same size. */
  readonly low: number
  readonly high: number
  readonly drawCount: number
}

/** Cells farther from 0 than most cosines of random directions. */
export interface NoiseFinding extends Pointing, NoiseCount {
  readonly kind: 'noise'
}

/** Cells that no finding counts. */
export interface AbsentFinding extends Pointing {
  readonly kind: 'absent'
  readonly paddingCount: number
  readonly missingCount: number
  /** Numbers of cells that are +Infinity, and −Infinity. */
  readonly aboveCount: number
  readonly belowCount: number
  /** Number of cells that are not padding, whatever their value. */
  readonly cellCount: number
}

/** The token of a query with the highest mean over the layers. */
export interface StrongestToken {
  readonly queryIndex: number
  readonly tokenIndex: number
  readonly mean: number
}

/** The strongest tokens of several queries, and the agreement of the queries. */
export interface QueriesFinding extends Pointing {
  readonly kind: 'queries'
  readonly strongest: readonly StrongestToken[]
  /**
   * Spearman's ρ of the means of the tokens, over pairs of queries and the tokens that both have; NaN if no pair can be
   * compared.
   */
  readonly meanRho: number
  readonly minRho: number
  readonly maxRho: number
  readonly pairCount: number
  /** Number of queries that were compared; less than the number of all queries if there are many. */
  readonly comparedCount: number
}

/** A result of the analysis as data; its sentence is written elsewhere. */
export type Finding =
  | ExtremesFinding
  | LeaderFinding
  | NeutralFinding
  | TrendsFinding
  | TrendFinding
  | LayersFinding
  | DistanceFinding
  | GroupFinding
  | NoiseFinding
  | QueriesFinding
  | AbsentFinding
