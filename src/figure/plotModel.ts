import { type ColorBarInput } from '../layout/colorBarLayout'
import { type PlotLayout } from '../layout/FigureLayout'
import { type PlotInput, type Plots } from '../layout/LayoutInput'
import { type Rect } from '../layout/PlotGrid'
import { type PinnedLine, type ProfileInput } from '../layout/ProfileInput'
import { rowText, tokenLabelText } from '../layout/tokenLabelText'
import { cellInRows } from '../tensor/atLayer'
import { wordsOf } from '../tensor/Axes'
import { type MatrixCell } from '../tensor/binContents'
import { type BinSource } from '../tensor/BinSource'
import { columnOfToken, rowOfLayer, type Matrix } from '../tensor/Matrix'
import { queryOf, sequenceIndex } from '../tensor/Tensor'
import { type ShownView } from '../tensor/shownView'
import { type PinnedIndex } from '../tensor/View'
import { type Windows } from '../tensor/Windows'
import { isolated } from '../text/isolated'
import { visibleProse } from '../text/visibleText'
import { type TextInput } from './captionsOf'
import { type FigureBasis } from './figureBasis'
import { plotText } from './figureText'
import { edgeMarks } from './edgeMarks'
import { comparedLines } from './comparedLines'
import { type FigureTheme } from './FigureTheme'
import { hasOwnScales } from './plotBases'
import { barEnds } from './legendEntries'
import { seenCells, windowsOfPlot } from './seenCells'
import { columnStretches, type ColumnStretch } from './columnStretches'
import { specialColumns } from './specialColumns'

/** All that the figure's components draw of one plot, except its cells. */
export interface PlotModel {
  readonly basis: FigureBasis
  readonly theme: FigureTheme
  readonly layout: PlotLayout
  /** The source of the cells. */
  readonly source: BinSource
  readonly pinned?: MatrixCell
  /** Rectangles of the dimmed columns of special tokens. */
  readonly veils: readonly Rect[]
  /** Stretches of columns that the query has, and of columns that it lacks. */
  readonly stretches: readonly ColumnStretch[]
  /** Path of the marks at its edges that lead to cells beyond the colors; empty if there are none. */
  readonly edgeMarks: string
}

/** Options that are the same for all plots of a figure. */
export interface PlotOptions {
  /** The visible part of the matrix; default all of it. */
  readonly windows?: Windows
  /** A cell of the view's query that is outlined in all plots, and named in the caption. */
  readonly pinned?: PinnedIndex | undefined
}

/** What the model of a plot has from its figure. */
interface PlotPlace {
  readonly layout: PlotLayout
  readonly theme: FigureTheme
  /** Place of the pinned cell, in the matrix of any plot. */
  readonly place: MatrixCell | undefined
  /** The visible part of every plot. */
  readonly windows: Windows
  readonly plotCount: number
}

/** Returns the model of a plot with its layout. */
export function plotModel(
  basis: FigureBasis,
  { layout, theme, place, windows, plotCount }: PlotPlace,
): PlotModel {
  const own = windowsOfPlot(windows, basis.matrix, plotCount)
  const { matrix, pyramids, view, statistics } = basis
  const { columns, layers } = layout.grid
  const pinned = place && cellWithin(matrix, place)
  const reference = statistics.median
  return {
    basis,
    theme,
    layout,
    source: {
      matrix,
      pyramids,
      columns,
      layers,
      // A column of several pieces shows their mean, whatever bins show.
      detail:
        columns.cellsPerBin * layers.cellsPerBin === 1 && matrix.starts !== undefined
          ? 'mean'
          : view.detail,
      reference,
      standing: basis.bins?.standing,
    },
    stretches: columnStretches(matrix, layout.grid),
    edgeMarks: edgeMarks(basis, seenCells(basis, own, plotCount), layout, own),
    veils: view.special === 'mark' ? [] : specialColumns(matrix, layout.grid),
    ...(pinned === undefined ? {} : { pinned }),
  }
}

/** Returns the input of the layout of a plot; `isAmongOthers` if the figure has several. */
export function plotInput(basis: FigureBasis, text: TextInput, isAmongOthers: boolean): PlotInput {
  const profile = profileInput(basis)
  const bar = isAmongOthers && hasOwnScales(basis) ? colorBarOf(basis) : undefined
  return {
    matrix: basis.matrix,
    text: plotText(text, isAmongOthers),
    ...(profile && { profile }),
    ...(bar && { colorBar: { ...bar, ...barEnds(text.ownCounts, basis.bins) } }),
  }
}

/** Returns whether each of several plots has a color bar of its own. */
export function hasOwnBars([first, ...others]: Plots<FigureBasis>): boolean {
  return others.length > 0 && hasOwnScales(first)
}

/** Returns the color bar of a basis; undefined if no value is finite. */
export function colorBarOf({
  colorScale,
  noise,
  bins,
}: Pick<FigureBasis, 'colorScale' | 'noise' | 'bins'>): ColorBarInput | undefined {
  if (colorScale === undefined || noise === undefined) return colorScale
  return { ...colorScale, noiseLimit: bins?.means?.noiseLimit ?? noise.limit }
}

/** Returns the input of the profiles beside a plot; undefined if none are shown, or if no value is finite. */
export function profileInput(basis: FigureBasis): ProfileInput | undefined {
  const { matrix, profiles, statistics, view } = basis
  if (profiles === undefined || statistics.finiteCount === 0) return undefined
  const { tensor, queryIndex, labels = 'visible' } = matrix
  const { row } = wordsOf(tensor)
  const layerText = rowText(matrix)
  const compared = comparedLines(basis)
  return {
    profiles,
    ...(compared && { compared }),
    low: statistics.min,
    high: statistics.max,
    tokenLines: linesOf(view.token_lines, matrix.tokenCount, (token) => {
      const text = tokenLabelText(tensor, queryIndex, token, labels) ?? ''
      const label = `${sequenceIndex(tensor, token)} ${isolated(text)}`
      return { text: label, short: label }
    }),
    layerLines: linesOf(view.layer_lines, matrix.layerCount, (layer) => {
      const short = layerText(layer)
      return { text: `${row.one} ${isolated(short)}`, short }
    }),
  }
}

/** Returns the pinned lines with an index below `count`: others are those of other queries. */
function linesOf(
  indices: readonly number[] = [],
  count: number,
  textsOf: (index: number) => Omit<PinnedLine, 'index'>,
): readonly PinnedLine[] {
  return indices.flatMap((index) => (index < count ? [{ index, ...textsOf(index) }] : []))
}

/** Returns the label of a plot's query for a sentence, visible and valid. */
export function queryName({ matrix: { tensor, queryIndex } }: FigureBasis): string {
  return isolated(visibleProse(queryOf(tensor, queryIndex).label))
}

/** Returns the pinned cell of a view with the indices that it has in a figure's tensor; undefined if this lacks it. */
export function pinnedOf(
  { tensor }: Pick<FigureBasis, 'tensor'>,
  { view: { query }, cell }: Pick<ShownView, 'view' | 'cell'>,
): PinnedIndex | undefined {
  return cell && cellInRows(tensor, { query, cell })
}

/** Returns the place of a pinned cell in a matrix; undefined if the matrix does not contain it. */
export function pinnedCell(
  matrix: Matrix,
  [layerIndex, tokenIndex]: PinnedIndex,
): MatrixCell | undefined {
  const isInside = layerIndex < matrix.layerCount && tokenIndex < matrix.tokenCount
  return isInside
    ? { rowIndex: rowOfLayer(matrix, layerIndex), columnIndex: columnOfToken(matrix, tokenIndex) }
    : undefined
}

/** Returns the place of a query's pinned cell; undefined if none of the plots is the query's, or has the cell. */
export function pinnedPlace(
  bases: readonly FigureBasis[],
  query: number,
  pinned: PinnedIndex | undefined,
): MatrixCell | undefined {
  const basis = bases.find(({ view }) => view.query === query)
  return basis && pinned && pinnedCell(basis.matrix, pinned)
}

/** Returns the cell if a matrix has it: panels may have fewer rows or columns than others. */
export function cellWithin(
  { layerCount, columnCount }: Matrix,
  cell: MatrixCell,
): MatrixCell | undefined {
  return cell.rowIndex < layerCount && cell.columnIndex < columnCount ? cell : undefined
}
