import { type FigureLayout } from '../layout/FigureLayout'
import { layoutFigure } from '../layout/layoutFigure'
import { mapPlots, type FigureSize, type Plots, type FigureText } from '../layout/LayoutInput'
import { binnedBasis } from './binnedBasis'
import { shortDescription, type FigureBasis } from './figureBasis'
import { figureText } from './figureText'
import { isZoomed, type Windows } from '../tensor/Windows'
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
  /** The visible part of each plot's matrix. */
  readonly windows: Windows
  /** Text alternative, generated from the numbers. */
  readonly description: string
}

/** Returns the model of a figure with one plot, in work bounded by the number of pixels. */
export function figureModel(basis: FigureBasis, options: FigureOptions): FigureModel {
  return panelsModel([basis], options)
}

/** Returns the model of a figure with several plots, which share tensor, view and color scale. */
export function panelsModel(shown: Plots<FigureBasis>, options: FigureOptions): FigureModel {
  const given = mapPlots(shown, (basis) => basis.given ?? basis)
  const model = laidOut(given, options)
  // The colors depend on the size of the bins, and the room for the bins on the ticks of the color bar.
  const { grid } = model.layout.plots[0]
  const bases = mapPlots(given, (basis) => binnedBasis(basis, grid))
  return bases[0] === given[0] ? model : laidOut(bases, options)
}

function laidOut(bases: Plots<FigureBasis>, options: FigureOptions): FigureModel {
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
    ...(colorScale && {
      colorBar: {
        ...colorScale,
        ...(noise && { noiseLimit: basis.bins?.means?.noiseLimit ?? noise.limit }),
      },
    }),
  })
  const theme = figureTheme(options.theme, view.colormap, size.paper !== undefined)
  return {
    basis,
    size,
    theme,
    layout,
    windows,
    description:
      bases.length === 1 && isZoomed(windows)
        ? shortDescription(bases[0], windows)
        : basis.description,
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
