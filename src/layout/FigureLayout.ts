import { type ColorBarLayout } from './colorBarLayout'
import { type LayerLabel } from './layerLabels'
import { type Plots } from './LayoutInput'
import { type LayoutStyle } from './LayoutStyle'
import { type LegendItem } from './legendLayout'
import { type PlotGrid } from './PlotGrid'
import { type TextLine } from './shorten'
import { type StripsLayout } from './stripsLayout'
import { type TokenLabels } from './tokenLabels'
import { type AxisTitleLine } from './tokenTitles'

/** The places of all parts of a figure: numbers and texts only, in CSS pixels from its top left corner. */
export interface FigureLayout {
  readonly style: LayoutStyle
  readonly width: number
  readonly height: number
  readonly plots: Plots<PlotLayout>
  /** The grid of the only plot, or one that reaches as far as those of all plots. */
  readonly grid: PlotGrid
  readonly title: readonly TextLine[]
  readonly subtitle: readonly TextLine[]
  /** Absent if no value is finite. */
  readonly colorBar?: ColorBarLayout
  readonly legend: readonly LegendItem[]
  readonly captions: readonly TextLine[]
}

/** The places of one plot's parts. */
export interface PlotLayout {
  readonly style: LayoutStyle
  readonly grid: PlotGrid
  /** Empty if the figure has no other plot. */
  readonly title: readonly TextLine[]
  /** Present in the first plot only: all plots share one title. */
  readonly layerTitle?: TextLine
  /** Empty if the first plot of the row has the same labels. */
  readonly layerLabels: readonly LayerLabel[]
  /** Without labels if a plot below has the same ones. */
  readonly tokenLabels: TokenLabels
  /** If the plots share their columns, only the last plot has lines. */
  readonly tokenTitle: readonly AxisTitleLine[]
  readonly strips: StripsLayout
  /** Present if each plot has a color scale of its own. */
  readonly colorBar?: ColorBarLayout
}
