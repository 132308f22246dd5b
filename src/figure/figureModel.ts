import { type FigureLayout, type PlotLayout } from '../layout/FigureLayout'
import { type FigureSize, type LayoutInput, mapPlots, type Plots } from '../layout/LayoutInput'
import { layoutFigure } from '../layout/layoutFigure'
import { readoutOf, readoutText } from '../layout/readoutOf'
import { type Rect } from '../layout/PlotGrid'
import { specialColumns } from './specialColumns'
import { type MatrixCell } from '../tensor/binContents'
import { type BinSource } from '../tensor/Bins'
import { columnOfToken, rowOfLayer, type Matrix } from '../tensor/Matrix'
import { visibleProse } from '../text/visibleText'
import { queryOf } from '../tensor/Tensor'
import { type PinnedIndex } from '../tensor/View'
import { type Windows } from '../tensor/Windows'
import { type FigureBasis } from './figureBasis'
import { figureText, plotText } from './figureText'
import { type TextInput } from './TextInput'
import { figureTheme, type FigureTheme, type ThemeName } from './FigureTheme'
import { sharedBasis, type SharedBasis } from './plotBases'
import { profileInput } from './profileInput'

export interface FigureOptions {
  readonly size: FigureSize
  readonly theme: ThemeName
  /** Default the whole matrix. */
  readonly windows?: Windows
  /** Outlined and named in the caption. */
  readonly pinned?: PinnedIndex | undefined
}

/** One plot of a figure, as it is drawn but for its cells. */
export interface PlotModel {
  readonly basis: FigureBasis
  readonly theme: FigureTheme
  readonly layout: PlotLayout
  /** What the cells are made from. */
  readonly source: BinSource
  readonly pinned?: MatrixCell
  /** Columns of special tokens that are dimmed. */
  readonly veils: readonly Rect[]
}

/** Everything that the figure's components draw but its cells, in work bounded by the pixels. */
export interface FigureModel {
  readonly basis: SharedBasis
  /** The room that it was laid out for. */
  readonly size: FigureSize
  readonly theme: FigureTheme
  readonly layout: FigureLayout
  readonly plots: Plots<PlotModel>
}

/** The description of a figure of one plot: pure, so Node and the page make the same. */
export function figureModel(basis: FigureBasis, options: FigureOptions): FigureModel {
  return panelsModel([basis], options)
}

/** The description of a figure of several plots, which have one tensor, one view and one color scale. */
export function panelsModel(bases: Plots<FigureBasis>, options: FigureOptions): FigureModel {
  const basis = sharedBasis(bases)
  const { view, colorScale, noise } = basis
  const { size, windows = {} } = options
  const texts = mapPlots(bases, (each) => ({
    ...textInput(each, basis, options),
    ...(bases.length > 1 && { queryName: queryName(each) }),
  }))
  const layout = layoutFigure({
    windows,
    plots: mapPlots(bases, (each, index) => plotInput(each, texts[index] ?? texts[0], bases)),
    text: figureText(texts),
    size,
    isUpward: view.layers === 'up',
    hasIndices: view.indices || bases.some(({ matrix }) => matrix.tokenOrder !== undefined),
    ...(colorScale && { colorBar: { ...colorScale, ...(noise && { noiseLimit: noise.limit }) } }),
  })
  const theme = figureTheme(options.theme, view.colormap)
  return {
    basis,
    size,
    theme,
    layout,
    plots: mapPlots(layout.plots, (plot, index) => {
      return plotModel(bases[index] ?? bases[0], plot, theme, options.pinned)
    }),
  }
}

function queryName({ matrix: { tensor, queryIndex } }: FigureBasis): string {
  return visibleProse(queryOf(tensor, queryIndex).label)
}

function plotInput(
  basis: FigureBasis,
  text: TextInput,
  bases: Plots<FigureBasis>,
): LayoutInput['plots'][0] {
  const profile = profileInput(basis)
  return {
    matrix: basis.matrix,
    text: plotText(text, bases.length > 1),
    ...(profile && { profile }),
  }
}

function plotModel(
  basis: FigureBasis,
  layout: PlotLayout,
  theme: FigureTheme,
  pinnedIndex: PinnedIndex | undefined,
): PlotModel {
  const { matrix, pyramids, view, statistics } = basis
  const { columns, layers } = layout.grid
  const pinned = pinnedIndex && pinnedCell(matrix, pinnedIndex)
  const reference = statistics.median
  return {
    basis,
    theme,
    layout,
    source: { matrix, pyramids, columns, layers, detail: view.detail, reference },
    veils: view.special === 'mark' ? [] : specialColumns(matrix, layout.grid),
    ...(pinned === undefined ? {} : { pinned }),
  }
}

/** What the words of a plot are made from, with the numbers of the whole figure where these are said once. */
function textInput(
  basis: FigureBasis,
  { counts, noise }: SharedBasis,
  { pinned, windows = {} }: FigureOptions,
): TextInput {
  const { matrix, name, colorScale, specialNote, view } = basis
  return {
    matrix,
    name,
    colorScale,
    counts,
    detail: view.detail,
    isUpward: view.layers === 'up',
    specialNote,
    noise,
    words: view,
    hasProfiles: profileInput(basis) !== undefined,
    scale: view.scale,
    windows,
    ...pinnedText(basis, pinned && pinnedCell(matrix, pinned)),
  }
}

/** Where a pinned cell stands; undefined where this matrix does not have it. */
export function pinnedCell(
  matrix: Matrix,
  [layerIndex, tokenIndex]: PinnedIndex,
): MatrixCell | undefined {
  const isInside = layerIndex < matrix.layerCount && tokenIndex < matrix.tokenCount
  return isInside
    ? { rowIndex: rowOfLayer(matrix, layerIndex), columnIndex: columnOfToken(matrix, tokenIndex) }
    : undefined
}

function pinnedText(
  { matrix, tensor }: FigureBasis,
  pinned: MatrixCell | undefined,
): { pinned?: string } {
  if (pinned === undefined) return {}
  return { pinned: readoutText(readoutOf(matrix, pinned.rowIndex, pinned.columnIndex, tensor)) }
}
