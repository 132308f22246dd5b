import { type FigureLayout } from '../layout/FigureLayout'
import { layoutFigure } from '../layout/layoutFigure'
import {
  mapPlots,
  type FigureSize,
  type FigureText,
  type LayoutInput,
  type Plots,
} from '../layout/LayoutInput'
import { binnedBasis } from './binnedBasis'
import { shortDescription, type FigureBasis } from './figureBasis'
import { figureText } from './figureText'
import { type MatrixCell } from '../tensor/binContents'
import { isZoomed, type Windows } from '../tensor/Windows'
import { figureTheme, type FigureTheme, type ThemeName } from './FigureTheme'
import { sharedBasis, type SharedBasis } from './plotBases'
import {
  colorBarOf,
  hasOwnBars,
  pinnedPlace,
  plotInput,
  plotModel,
  type PlotModel,
  type PlotOptions,
} from './plotModel'
import { textInputs } from './textInputs'

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
  /** The plot of the view's query. */
  readonly current: PlotModel
  /** The visible part of each plot's matrix. */
  readonly windows: Windows
  /** Text alternative, generated from the numbers. */
  readonly description: string
}

/**
 * Returns the model of a figure, in work bounded by the number of pixels. Its plots share tensor, view and size of
 * cells.
 */
export function figureModel(basis: FigureBasis, options: FigureOptions): FigureModel {
  const { panels = [basis], turn, view } = basis
  const given = mapPlots(panels, (each) => each.given ?? each)
  const other = turn && (turn.given ?? turn)
  const model = laidOut(given, other, options, view.query)
  // The colors depend on the size of the bins, and the room for the bins on the ticks of the color bar.
  const { grid } = model.layout
  const bases = mapPlots(given, (each) => binnedBasis(each, grid))
  if (bases[0] === given[0]) return model
  return laidOut(bases, other && binnedBasis(other, grid), options, view.query)
}

function laidOut(
  bases: Plots<FigureBasis>,
  turn: FigureBasis | undefined,
  options: FigureOptions,
  query: number,
): FigureModel {
  const basis = sharedBasis(bases)
  const { view } = basis
  const { size, windows = {}, pinned } = options
  const place = pinnedPlace(bases, query, pinned)
  const layout = layoutFigure({
    ...layoutInput(bases, options, place),
    ...(turn && { other: layoutInput([turn], options, place) }),
  })
  const theme = figureTheme(options.theme, view.colormap, size.paper !== undefined)
  const plotCount = bases.length
  const plots = mapPlots(layout.plots, (plot, index) =>
    plotModel(bases[index] ?? bases[0], { layout: plot, theme, place, windows, plotCount }),
  )
  return {
    basis,
    size,
    theme,
    layout,
    windows,
    description: [
      bases.length === 1 && isZoomed(windows)
        ? shortDescription(bases[0], windows)
        : basis.description,
      ...(plots.some(({ edgeMarks }) => edgeMarks !== '') ? [MARKS] : []),
    ].join(' '),
    plots,
    current: plots.find(({ basis: { view: own } }) => own.query === query) ?? plots[0],
  }
}

const MARKS = 'Marks at the upper and the right edge lead to cells beyond the colors.'

/** Returns the input of the layout of plots. `place` is that of the pinned cell. */
function layoutInput(
  bases: Plots<FigureBasis>,
  { size, note, windows = {} }: FigureOptions,
  place: MatrixCell | undefined,
): LayoutInput {
  const basis = sharedBasis(bases)
  const { view } = basis
  const bar = hasOwnBars(bases) ? undefined : colorBarOf(basis)
  const texts = textInputs(bases, basis, place, windows)
  return {
    windows,
    plots: mapPlots(bases, (each, index) =>
      plotInput(each, texts[index] ?? texts[0], bases.length > 1),
    ),
    text: withNote(figureText(texts, size.paper), note),
    size,
    isUpward: view.layers === 'up',
    hasIndices: view.indices || bases.some(({ matrix }) => matrix.tokenOrder !== undefined),
    ...(bar && { colorBar: bar }),
  }
}

function withNote(text: FigureText, note: string | undefined): FigureText {
  return note === undefined
    ? text
    : { ...text, captions: (grids) => [...text.captions(grids), note] }
}
