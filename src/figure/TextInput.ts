import { type NoiseCount } from '../analysis/noiseFloor'
import { type ColorScale } from '../color/ColorScale'
import { type Detail } from '../tensor/Bins'
import { type Matrix } from '../tensor/Matrix'
import { type View } from '../tensor/View'
import { type Windows } from '../tensor/Windows'

/** How many cells of the displayed matrix have no color of the ramp, by reason. */
export interface AbsentCounts {
  readonly padding: number
  readonly missing: number
  readonly below: number
  readonly above: number
}

export interface TextInput {
  /** The query's label, where the figure has plots of other queries too. */
  readonly queryName?: string | undefined
  readonly matrix: Matrix
  /** File name without its extension: the title where the tensor has none. */
  readonly name: string
  readonly colorScale: ColorScale | undefined
  readonly counts: AbsentCounts
  /** Default linear. */
  readonly scale?: View['scale']
  /** Readout of the pinned cell. */
  readonly pinned?: string
  /** Default the whole matrix. */
  readonly windows?: Windows
  readonly detail: Detail
  /** Whether row 0 is at the bottom. */
  readonly isUpward: boolean
  /** Default false. */
  readonly hasProfiles?: boolean
  readonly specialNote?: string | undefined
  readonly noise?: NoiseCount | undefined
  /** Texts that somebody wrote instead of those made here. */
  readonly words: OwnWords
}

export type OwnWords = Pick<View, 'title' | 'caption' | 'x_title' | 'y_title'>
