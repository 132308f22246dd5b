import { type PairStatistics } from '../difference/PairSums'
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
 * half of the tokens, if chance would hardly give that.
 */
export interface LeaderFinding extends Pointing {
  readonly kind: 'leader'
  readonly end: End
  readonly leader: Area
  readonly count: number
  /** Number of layers (tokens) that have a value. */
  readonly totalCount: number
  /** Upper bound of the probability that some token (layer) has so many by chance. */
  readonly p: number
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
  /** What the band is: the noise floor, by the width of the states, or a share of the width of the color domain. */
  readonly band: { readonly size: number } | { readonly share: number }
  /** At most 100 tokens. */
  readonly tokens: readonly NeutralToken[]
  readonly count: number
  readonly center: number
  readonly low: number
  readonly high: number
  /** Number of tokens that have a value. */
  readonly totalCount: number
}

/** How the values of a token change with depth. */
export interface TrendFinding extends Pointing {
  readonly kind: 'trend'
  readonly tokenIndex: number
  /** Whether the values rise or fall beyond chance; absent if they do neither. */
  readonly direction?: 'rise' | 'fall'
  readonly first: CellValue
  readonly last: CellValue
  /** The cell at which the values turn; absent if they do not turn far from both ends. */
  readonly turn?: CellValue
  /** Kendall's τ-b between the values and their layers. */
  readonly tau: number
  /**
   * Two-sided p-value against a walk without drift; `correctedP` is corrected for all tested tokens. Both are 1 where
   * they are above 0.25.
   */
  readonly p: number
  readonly correctedP: number
  /** Number of differences between neighbouring values, and of those that are positive. */
  readonly stepCount: number
  readonly upCount: number
  /** Theil–Sen slope per layer, of up to 1,000 evenly spaced values. */
  readonly slope: number
}

/** Number of tokens that have a trend over the layers. */
export interface TrendsFinding extends Pointing {
  readonly kind: 'trends'
  readonly risingCount: number
  readonly fallingCount: number
  /** Number of tokens with at least 4 values. */
  readonly totalCount: number
  /** Number of those tokens that were tested, the ones with the longest paths from layer to layer. */
  readonly testedCount: number
  /** Number of layers, and of those evenly spaced ones that were tested. */
  readonly layerCount: number
  readonly testedLayerCount: number
  /** The false discovery rate. */
  readonly level: number
}

/** The layers that stand out. Of each number, all layers that share it are listed. */
export interface LayersFinding extends Pointing {
  readonly kind: 'layers'
  /** The layers with the largest and the smallest mean |similarity|; absent if the values of every layer sum to 1. */
  readonly means?: { readonly strongest: LayerValue; readonly weakest: LayerValue }
  /** The largest |similarity| of a cell, and the layers with such a cell. */
  readonly farthest: LayerValue
  /**
   * The layers that differ most from the one before, by mean |difference|; absent if no two layers can be compared, or if
   * the rows are not layers.
   */
  readonly change?: LayerValue
}

export interface LayerValue {
  readonly layers: readonly number[]
  readonly value: number
}

/** How the means of the tokens change with their distance from the query. */
export interface DistanceFinding extends Pointing {
  readonly kind: 'distance'
  /** Kendall's τ-b of mean and distance, over the tested tokens. */
  readonly tau: number
  /** Two-sided p-value against a walk without drift. */
  readonly p: number
  /** Number of tokens, and of those evenly spaced ones that were tested. */
  readonly tokenCount: number
  readonly testedCount: number
  /** The nearest and the farthest eighth of the tokens, each at least one token. */
  readonly nearest: DistancePart
  readonly farthest: DistancePart
}

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
  /**
   * Number of groups of this size that exist, up to `LEAST_GROUPS`, from which on they are tested.
   */
  readonly groupCount: number
  /** Two-sided p-value against a walk without drift, corrected for `testCount` groups; absent if it was not tested. */
  readonly p?: number
  readonly testCount: number
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

/** The token of a query with the highest mean over the layers; the first of several. */
export interface StrongestToken {
  readonly queryIndex: number
  readonly tokenIndex: number
  readonly mean: number
  /** Number of other tokens with the same mean. */
  readonly tiedCount: number
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
  /** Number of pairs with a ρ, and of all pairs. */
  readonly pairCount: number
  readonly allPairCount: number
  /** Least and largest number of tokens that such a pair shares. */
  readonly minShared: number
  readonly maxShared: number
  /** Number of queries that were compared; less than the number of all queries if there are many. */
  readonly comparedCount: number
}

/** Statistics of all cells of a difference A − B that are compared. */
export interface DifferenceFinding extends Pointing, PairStatistics {
  readonly kind: 'difference'
  /** The cell with the largest magnitude, the first of several. */
  readonly largest: CellValue
}

/** How A and B agree over the cells of their difference. */
export interface AgreementFinding extends Pointing, PairStatistics {
  readonly kind: 'agreement'
  readonly spearman: number
  /** Number of cells that were ranked: all, or evenly spaced ones. */
  readonly rankedCount: number
}

/**
 * The consecutive layers in which A and B differ most: those around the one with the largest mean magnitude where it
 * exceeds the middle between the largest and the least of any layer.
 */
export interface ChangedLayersFinding extends Pointing {
  readonly kind: 'changed-layers'
  /** Inclusive. */
  readonly firstLayer: number
  readonly lastLayer: number
  /** Mean magnitude of their cells, and of those of all other layers. */
  readonly meanMagnitude: number
  readonly restMagnitude: number
  /** The layer with the least mean magnitude, the first of several. */
  readonly least: { readonly layerIndex: number; readonly meanMagnitude: number }
  /** The statistics of each layer. */
  readonly layers: readonly PairStatistics[]
}

/** The tokens with the largest mean magnitude of A − B over the layers. */
export interface ChangedTokensFinding extends Pointing {
  readonly kind: 'changed-tokens'
  readonly tokens: readonly (PairStatistics & { readonly tokenIndex: number })[]
}

/** The tokens that only A, or only B, has. */
export interface OnlyInFinding extends Pointing {
  readonly kind: 'only-in'
  readonly onlyInA: readonly number[]
  readonly onlyInB: readonly number[]
}

/** What was not looked for, since there are too many tokens. */
export interface ScopeFinding extends Pointing {
  readonly kind: 'scope'
  readonly tokenCount: number
  /** Largest number of tokens that are looked at one by one. */
  readonly mostTokens: number
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
  | ScopeFinding
  | DifferenceFinding
  | AgreementFinding
  | ChangedLayersFinding
  | ChangedTokensFinding
  | OnlyInFinding
