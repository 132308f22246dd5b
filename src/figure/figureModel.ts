import { type FigureLayout } from '../layout/FigureLayout'
import { layoutFigure } from '../layout/layoutFigure'
import { mapPlots, type FigureSize, type FigureText, type Plots } from '../layout/LayoutInput'
import { type FigureBasis } from './figureBasis'
import { figureText } from './figureText'
import { figureTheme, type FigureTheme, type ThemeName } from './FigureTheme'
import { sharedBasis, type SharedBasis } from './plotBases'
import {
  plotInput,
  plotModel,
  queryName,
  textInput,
  type PlotModel,
  type PlotOptions,
} from './plotModel'

/** Options of a figure that its basis does not depend on. */
export interface FigureOptions extends PlotOptions {
  /** A caption after all others; default none. */
  readonly note?: string | undefined
  readonly size: FigureSize
  readonly theme: ThemeName
}

/** All that the figure's components draw, except its cells. */
export interface FigureModel {
  readonly basis: SharedBasis
  /** The size for which it is laid out. */
  readonly size: FigureSize
  readonly theme: FigureTheme
  readonly layout: FigureLayout
  readonly plots: Plots<PlotModel>
}

/** Returns the model of a figure with one plot, in work bounded by the number of pixels. */
export function figureModel(basis: FigureBasis, options: FigureOptions): FigureModel {
  return panelsModel([basis], options)
}

/** Returns the model of a figure with several plots, which share tensor, view and color scale. */
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
    plots: mapPlots(bases, (each, index) =>
      plotInput(each, texts[index] ?? texts[0], bases.length > 1),
    ),
    text: withNote(figureText(texts, size.paper), options.note),
    size,
    isUpward: view.layers === 'up',
    hasIndices: view.indices || bases.some(({ matrix }) => matrix.tokenOrder !== undefined),
    ...(colorScale && { colorBar: { ...colorScale, ...(noise && { noiseLimit: noise.limit }) } }),
  })
  const theme = figureTheme(options.theme, view.colormap, size.paper !== undefined)
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

function withNote(text: FigureText, note: string | undefined): FigureText {
  return note === undefined
    ? text
    : { ...text, captions: (grids) => [...text.captions(grids), note] }
}
