import { type CellIndex } from '../Statistics'
import { type NoiseCount } from './noiseCount'

/** Cells of the shown query: one, or all of a token or a layer where the other index is absent. 0-based. */
export type Area = Partial<CellIndex>

export interface CellValue extends CellIndex {
  readonly value: number
}

export type End = 'highest' | 'lowest'

/** What every finding has. */
interface Pointing {
  /** The cells it points at; none where it is about all of them. Of very many, not all. */
  readonly areas: readonly Area[]
}

/** The k highest or lowest cells, the most extreme first; equal ones in [layer][token] order. */
export interface ExtremesFinding extends Pointing {
  readonly kind: End
  readonly cells: readonly CellValue[]
  /** Cells that equal the last named one and are not named. */
  readonly tiedCount: number
}

/** The token that is the most extreme of at least half of the layers, or the layer that is so for the tokens. */
export interface LeaderFinding extends Pointing {
  readonly kind: 'leader'
  readonly end: End
  readonly leader: Area
  readonly count: number
  /** Layers (tokens) that have a value. */
  readonly totalCount: number
}

export interface NeutralToken {
  readonly tokenIndex: number
  /** How far it gets from the band's center. */
  readonly far: number
  readonly min: number
  readonly max: number
}

/** Tokens whose every value lies in the band `low … high`, the one that stays nearest to `center` first. */
export interface NeutralFinding extends Pointing {
  readonly kind: 'neutral'
  /** At most 100. */
  readonly tokens: readonly NeutralToken[]
  readonly count: number
  readonly center: number
  readonly low: number
  readonly high: number
  /** Tokens that have a value. */
  readonly totalCount: number
}

/** A token whose values rise or fall with depth, or turn on the way. */
export interface TrendFinding extends Pointing {
  readonly kind: 'trend'
  readonly tokenIndex: number
  readonly first: CellValue
  readonly last: CellValue
  /** Where it turns; absent where it does not. */
  readonly turn?: CellValue
  /** Kendall's τ-b of the values with their layers. */
  readonly tau: number
  /** Of the trend (of a turn, the greater of its two parts'), two-sided, and the same corrected for all tokens. */
  readonly p: number
  readonly correctedP: number
  /** Theil–Sen slope a layer; NaN where there are more than 1,000 layers. */
  readonly slope: number
}

/** How many tokens have a trend over the layers. */
export interface TrendsFinding extends Pointing {
  readonly kind: 'trends'
  readonly risingCount: number
  readonly fallingCount: number
  readonly turningCount: number
  /** Tokens with at least 4 values. */
  readonly totalCount: number
  /** Those of them, with the largest ranges, that were looked at. */
  readonly testedCount: number
  readonly level: number
}

/** The layers that stand out. */
export interface LayersFinding extends Pointing {
  readonly kind: 'layers'
  /** Largest and smallest mean |similarity|. */
  readonly strongest: LayerValue
  readonly weakest: LayerValue
  /** The largest |similarity| of a cell, and the layers that have such a cell. */
  readonly farthest: { readonly layers: readonly number[]; readonly value: number }
  /** The layer that differs most from the one before, by mean |difference|; absent where none can be compared. */
  readonly change?: LayerValue
}

export interface LayerValue {
  readonly layerIndex: number
  readonly value: number
}

/** Whether the tokens' means depend on how far back they are. */
export interface DistanceFinding extends Pointing {
  readonly kind: 'distance'
  /** Spearman's ρ of mean and distance; p two-sided by the normal approximation. */
  readonly rho: number
  readonly p: number
  readonly tokenCount: number
  /** Means of up to 8 equal parts of the tokens, nearest part first. */
  readonly curve: readonly DistancePart[]
}

export interface DistancePart {
  /** Nearest and farthest token of the part. */
  readonly nearToken: number
  readonly farToken: number
  readonly mean: number
}

/** Tokens that have something in common, beside all others. */
export interface GroupFinding extends Pointing {
  readonly kind: 'group'
  readonly group: 'special' | 'punctuation' | 'repeated'
  /** In order. */
  readonly tokens: readonly number[]
  /** Means over the tokens' own means. */
  readonly mean: number
  readonly restMean: number
  /** What the difference of the means lies between in 95 % of random groups of as many tokens. */
  readonly low: number
  readonly high: number
  readonly drawCount: number
}

/** Cells beyond what random directions give. */
export interface NoiseFinding extends Pointing, NoiseCount {
  readonly kind: 'noise'
}

/** Cells that no finding counts. */
export interface AbsentFinding extends Pointing {
  readonly kind: 'absent'
  readonly paddingCount: number
  readonly missingCount: number
  /** Cells that are +Infinity, and −Infinity. */
  readonly aboveCount: number
  readonly belowCount: number
  /** Cells that are no padding, of any value. */
  readonly cellCount: number
}

/** The token with the highest mean over the layers, of each query. */
export interface StrongestToken {
  readonly queryIndex: number
  readonly tokenIndex: number
  readonly mean: number
}

/** The queries side by side. */
export interface QueriesFinding extends Pointing {
  readonly kind: 'queries'
  readonly strongest: readonly StrongestToken[]
  /** Spearman's ρ of the tokens' means, over pairs of queries and the tokens both have; NaN where no pair has any. */
  readonly meanRho: number
  readonly minRho: number
  readonly maxRho: number
  readonly pairCount: number
  /** How many queries were compared; fewer than there are where they are many. */
  readonly comparedCount: number
}

/** What was found, as data: words are made of it elsewhere. */
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
