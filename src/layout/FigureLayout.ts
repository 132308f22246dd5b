import { type Matrix } from '../tensor/Matrix'
import { type Windows } from '../tensor/Windows'
import { type AxisTitleLine } from './axisTitle'
import { type BarEnds, type ColorBarInput, type ColorBarLayout } from './colorBarLayout'
import { type LayerLabel } from './layerLabels'
import { type LegendEntry, type LegendItem } from './legendLayout'
import { type PlotGrid } from './PlotGrid'
import { type Plots } from './Plots'
import { type ProfileInput } from './profileLayout'
import { type StripsLayout } from './stripsLayout'
import { type TokenLabels } from './tokenLabels'

/** The words of a figure, visible and valid already; those that depend on the bins are made when these are known. */
export interface FigureText {
  readonly title: string
  readonly subtitle: string
  readonly layerTitle: string
  readonly metric: string
  readonly barEnds: BarEnds
  readonly legend: readonly LegendEntry[]
  captions(grids: Plots<PlotGrid>): readonly string[]
}

/** The words of one plot, visible and valid already. */
export interface PlotText {
  /** Stands above the plot where there are several. */
  readonly title: string
  readonly tokenTitle: string
  /** Set smaller beside or below the token title. */
  readonly tokenNote: string
}

export interface FigureSize {
  /** Most that the figure may take, in CSS pixels. It is narrower and lower where its cells would get too large. */
  readonly width: number
  readonly height: number
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number
}

/** One plot of a figure: a query's cells, and what stands beside them. */
export interface PlotInput {
  readonly matrix: Matrix
  readonly text: PlotText
  /** Stands in the profiles beside the plot; absent where none are shown. */
  readonly profile?: ProfileInput
}

export interface LayoutInput {
  /** Several are panels in rows and columns, with cells of one size. */
  readonly plots: Plots<PlotInput>
  readonly text: FigureText
  readonly size: FigureSize
  readonly isUpward: boolean
  /** Whether token labels begin with the token's index in the sequence; default false. */
  readonly hasIndices?: boolean
  /** Of every plot; default the whole matrix. */
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

/** Where one plot of a figure stands with all that is its own. */
export interface PlotLayout {
  readonly grid: PlotGrid
  /** Empty where the figure has no other plot. */
  readonly title: readonly TextLine[]
  /** One for all plots: absent except in the first. */
  readonly layerTitle?: TextLine
  /** Empty where those of the row's first plot are the same. */
  readonly layerLabels: readonly LayerLabel[]
  /** Without labels where those of a plot below are the same. */
  readonly tokenLabels: TokenLabels
  /** Where the plots share their columns, the last one's is that of all. */
  readonly tokenTitle: readonly AxisTitleLine[]
  readonly strips: StripsLayout
}

/** Where everything of a figure stands: numbers and texts only, in CSS pixels from its top left corner. */
export interface FigureLayout {
  readonly width: number
  readonly height: number
  readonly plots: Plots<PlotLayout>
  readonly title: readonly TextLine[]
  readonly subtitle: readonly TextLine[]
  readonly colorBar?: ColorBarLayout
  readonly legend: readonly LegendItem[]
  readonly captions: readonly TextLine[]
}
