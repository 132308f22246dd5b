import { type Matrix } from '../tensor/Matrix'
import { type Windows } from '../tensor/Windows'
import { type BarEnds, type ColorBarInput } from './colorBarLayout'
import { paperStyle, screenStyle, type LayoutStyle } from './LayoutStyle'
import { type LegendEntry } from './legendLayout'
import { type PlotGrid } from './PlotGrid'
import { type ProfileInput } from './ProfileInput'

/** Input of the layout of a figure. */
export interface LayoutInput {
  /** Two or more are panels in rows and columns, with cells of one size. */
  readonly plots: Plots<PlotInput>
  readonly text: FigureText
  readonly size: FigureSize
  /** Whether row 0 is at the bottom. */
  readonly isUpward: boolean
  /** Whether token labels begin with the token's index in the sequence; default false. */
  readonly hasIndices?: boolean
  /** The visible part of every plot; default the whole matrix. */
  readonly windows?: Windows
  /** Ends of the color bar; absent if no value is finite. */
  readonly colorBar?: ColorBarInput
  /** The figure with which this one takes turns: all that both have is in one place. */
  readonly other?: LayoutInput
}

/** Returns the figure and the one with which it takes turns, if any. */
export function inTurns<Input extends { readonly other?: Input }>(input: Input): readonly Input[] {
  return input.other === undefined ? [input] : [input, input.other]
}

/** One of each plot of a figure, in reading order; a figure has at least one. */
export type Plots<T> = readonly [first: T, ...others: T[]]

/** Returns the results of `make` for all plots, in the same order. */
export function mapPlots<T, U>(plots: Plots<T>, make: (plot: T, index: number) => U): Plots<U> {
  const [first, ...others] = plots
  return [make(first, 0), ...others.map((plot, k) => make(plot, k + 1))]
}

/** One plot of a figure: a query's cells, and the profiles beside them. */
export interface PlotInput {
  readonly matrix: Matrix
  readonly text: PlotText
  /** Absent if no profiles are shown. */
  readonly profile?: ProfileInput
  /** The color scale of this plot alone; absent if the figure has one for all plots, or if no value is finite. */
  readonly colorBar?: OwnColorBar
}

/** The color bar of one of several plots. */
export interface OwnColorBar extends ColorBarInput, Pick<FigureText, 'barEnds' | 'barRoom'> {}

/** The texts of one plot, visible and valid already. */
export interface PlotText {
  /** Shown above the plot if the figure has several. */
  readonly title: string
  readonly tokenTitle: string
  /** Set smaller beside or below the token title. */
  readonly tokenNote: string
  /** The note if the whole one does not fit beside the title; default the same. */
  readonly shortNote?: string
}

/** The texts of a figure, visible and valid already. */
export interface FigureText {
  readonly title: string
  readonly subtitle: string
  readonly layerTitle: string
  readonly metric: string
  readonly barEnds: BarEnds
  /** The longest texts at the ends of the color bar, whatever is in view; default those that are there. */
  readonly barRoom?: BarEnds
  readonly legend: readonly LegendEntry[]
  /** Returns the captions, some of which depend on the bins of the plots. */
  captions(grids: Plots<PlotGrid>): readonly string[]
  /** The subtitle and the captions whose lines are left free at least; default those that are there. */
  readonly room?: Pick<FigureText, 'subtitle' | 'captions'>
}

export interface FigureSize {
  /**
   * Largest width and height of the figure, in CSS pixels. It is narrower or lower if its cells would be too large
   * otherwise.
   */
  readonly width: number
  readonly height: number
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number
  /** Whether a CSS pixel of the figure is larger than one of the screen, as in a large window; default false. */
  readonly isEnlarged?: boolean
  /** Present if the figure is made for paper: it is then exactly as wide as its size, unless its texts need more. */
  readonly paper?: PaperFormat
}

/** The properties of a paper on which the layout of a figure depends. */
export interface PaperFormat {
  /** Whether the height of the size is that of the figure. If not, the height follows from the cells. */
  readonly isHeightGiven: boolean
  /** Greatest height of a figure whose height follows from its cells, in CSS pixels. */
  readonly mostHeight: number
  /** Whether the figure has a title that its reader did not write. */
  readonly hasTitle: boolean
  /** Whether a caption that its reader wrote is part of the figure. */
  readonly hasCaption: boolean
}

/** Returns the style of a figure of this size. */
export function styleOf({ paper }: FigureSize): LayoutStyle {
  return paper === undefined ? screenStyle : paperStyle
}

/**
 * Returns a length in CSS pixels rounded down to the pixels to which the edges of plots are aligned: whole ones on the
 * screen, those of the screen if the figure is enlarged, and those of the picture on paper.
 */
export function alignedDown(
  length: number,
  { paper, pixelRatio, isEnlarged = false }: FigureSize,
): number {
  return paper === undefined && !isEnlarged
    ? Math.floor(length)
    : Math.floor(length * pixelRatio) / pixelRatio
}

/** Returns the length rounded up to the same pixels. */
export function alignedUp(length: number, size: FigureSize): number {
  return -alignedDown(-length, size)
}

/** Greatest length of a cell in an enlarged figure, as a share of that of the figure: five cells fill more than half. */
const CELL_SHARE = 0.13

/** Returns the greatest length of a cell on the screen, which is `usual` unless a figure of `length` is enlarged. */
export function mostCellLength(usual: number, length: number, size: FigureSize): number {
  return size.isEnlarged === true ? alignedDown(Math.max(usual, CELL_SHARE * length), size) : usual
}

/** Figures narrower than this, in CSS pixels, have smaller margins. */
export const NARROW = 560
