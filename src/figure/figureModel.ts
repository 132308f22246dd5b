import { type FigureLayout, type FigureSize } from '../layout/FigureLayout'
import { layoutFigure } from '../layout/layoutFigure'
import { readoutOf, readoutText } from '../layout/readout'
import { type Rect } from '../layout/Rect'
import { specialColumns } from '../layout/specialColumns'
import { type MatrixCell } from '../tensor/binContents'
import { type BinSource } from '../tensor/Bins'
import { columnOfToken, rowOfLayer, type Matrix } from '../tensor/Matrix'
import { type PinnedIndex } from '../tensor/View'
import { type Windows } from '../tensor/Windows'
import { type FigureBasis } from './figureBasis'
import { figureText } from './figureText'
import { figureTheme, type FigureTheme, type ThemeName } from './FigureTheme'
import { profileInput } from './profileInput'

export interface FigureOptions {
  readonly size: FigureSize
  readonly theme: ThemeName
  /** Default the whole matrix. */
  readonly windows?: Windows
  /** Outlined and named in the caption. */
  readonly pinned?: PinnedIndex | undefined
}

/** Everything that the figure's components draw but its cells, in work bounded by the pixels. */
export interface FigureModel {
  readonly basis: FigureBasis
  /** The room that it was laid out for. */
  readonly size: FigureSize
  readonly theme: FigureTheme
  readonly layout: FigureLayout
  /** What the cells are made from. */
  readonly source: BinSource
  readonly pinned?: MatrixCell
  /** Columns of special tokens that are dimmed. */
  readonly veils: readonly Rect[]
}

/** The description of a figure: pure, so Node and the page make the same. */
export function figureModel(basis: FigureBasis, options: FigureOptions): FigureModel {
  const { matrix, name, colorScale, counts, specialNote, noise, view, pyramids, statistics } = basis
  const { size, theme, windows = {} } = options
  const pinned = options.pinned && pinnedCell(matrix, options.pinned)
  const profile = profileInput(basis)
  const text = figureText({
    matrix,
    name,
    colorScale,
    counts,
    detail: view.detail,
    isUpward: view.layers === 'up',
    specialNote,
    noise,
    words: view,
    hasProfiles: profile !== undefined,
    scale: view.scale,
    windows,
    ...pinnedText(basis, pinned),
  })
  const layout = layoutFigure({
    windows,
    matrix,
    text,
    size,
    isUpward: view.layers === 'up',
    ...(profile && { profile }),
    hasIndices: view.indices || matrix.tokenOrder !== undefined,
    ...(colorScale && { colorBar: { ...colorScale, ...(noise && { noiseLimit: noise.limit }) } }),
  })
  const { columns, layers } = layout.grid
  const reference = statistics.median
  return {
    basis,
    size,
    theme: figureTheme(theme, view.colormap),
    layout,
    source: { matrix, pyramids, columns, layers, detail: view.detail, reference },
    veils: view.special === 'mark' ? [] : specialColumns(matrix, layout.grid),
    ...(pinned === undefined ? {} : { pinned }),
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
