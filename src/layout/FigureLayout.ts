import { type Matrix } from '../tensor/Matrix'
import { type Windows } from '../tensor/Windows'
import { type AxisTitleLine } from './axisTitle'
import { type BarEnds, type ColorBarInput, type ColorBarLayout } from './colorBarLayout'
import { type LayerLabel } from './layerLabels'
import { type LegendEntry, type LegendItem } from './legendLayout'
import { type PlotGrid } from './PlotGrid'
import { type ProfileInput } from './profileLayout'
import { type StripsLayout } from './stripsLayout'
import { type TokenLabels } from './tokenLabels'

/** The words of a figure, visible and valid already; those that depend on the bins are made when these are known. */
export interface FigureText {
  readonly title: string
  readonly subtitle: string
  readonly layerTitle: string
  readonly tokenTitle: string
  /** Set smaller beside or below the token title. */
  readonly tokenNote: string
  readonly metric: string
  readonly barEnds: BarEnds
  readonly legend: readonly LegendEntry[]
  captions(grid: PlotGrid): readonly string[]
}

export interface FigureSize {
  /** Most that the figure may take, in CSS pixels. It is narrower and lower where its cells would get too large. */
  readonly width: number
  readonly height: number
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number
}

export interface LayoutInput {
  readonly matrix: Matrix
  readonly text: FigureText
  readonly size: FigureSize
  readonly isUpward: boolean
  /** What stands in the profiles beside the plot; absent where none are shown. */
  readonly profile?: ProfileInput
  /** Whether token labels begin with the token's index in the sequence; default false. */
  readonly hasIndices?: boolean
  /** Default the whole matrix. */
  readonly windows?: Windows
  /** Ends of the color bar; absent where no value is finite. */
  readonly colorBar?: ColorBarInput
}

/** One line of text by its baseline. */
export interface TextLine {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** Where everything of a figure stands: numbers and texts only, in CSS pixels from its top left corner. */
export interface FigureLayout {
  readonly width: number
  readonly height: number
  readonly grid: PlotGrid
  readonly title: readonly TextLine[]
  readonly subtitle: readonly TextLine[]
  readonly layerTitle: TextLine
  readonly layerLabels: readonly LayerLabel[]
  readonly tokenLabels: TokenLabels
  readonly tokenTitle: readonly AxisTitleLine[]
  readonly colorBar?: ColorBarLayout
  readonly strips: StripsLayout
  readonly legend: readonly LegendItem[]
  readonly captions: readonly TextLine[]
}
