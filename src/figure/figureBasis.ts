import { describe } from '../analysis/description/describe'
import { plainWriting } from '../analysis/description/Writing'
import { type Displayed } from '../analysis/displayedOf'
import { rowsAtLayer, type RowsAtLayer } from '../analysis/rowsAtLayer'
import { noiseCount, noiseFloor, type NoiseCount } from '../analysis/noiseFloor'
import { finish } from '../analysis/Sliced'
import { type Statistics } from '../analysis/Statistics'
import { rampOf, type Ramp } from '../color/colormaps'
import { type ColorScale } from '../color/ColorScale'
import { mapPlots, type Plots } from '../layout/LayoutInput'
import { columnText, labelMode } from '../layout/tokenLabelText'
import { openTensorOf } from '../tensor/atLayer'
import { areFloat32 } from '../tensor/CellValues'
import { type Matrix } from '../tensor/Matrix'
import { matrixInView } from '../tensor/panels'
import { type Profiles } from '../tensor/Profile'
import { type Pyramid } from '../tensor/Pyramid'
import { type ShownView } from '../tensor/shownView'
import { type Tensor } from '../tensor/Tensor'
import { type Windows } from '../tensor/Windows'
import { alignmentOf, withOrders, type Orders } from '../tensor/withOrders'
import { visibleText } from '../text/visibleText'
import { absentCounts, type AbsentCounts, type BeyondCounts } from './AbsentCounts'
import { type TypicalBins } from './TypicalBins'
import { figureScale, type ScaleInput } from './figureScale'
import { figureTitle } from './figureText'
import { joinedBasis, panelViews } from './plotBases'
import { specialNote } from './specialColumns'

/** Input of the basis of a figure. */
export interface FigureInput extends ScaleInput {
  /** The loaded tensor, whose values the readout gives exactly. */
  readonly tensor: Tensor
  /** The values that the view displays, which are colored, described and counted. */
  readonly displayed: Displayed
  /** Orders of the view; default the sequence. */
  readonly orders?: Orders
  /** Profiles of the displayed values that count; absent if the view shows none. */
  readonly profiles?: Profiles
  /** File name without its extension. */
  readonly name: string
  /** The number of values of the query beyond the scale; counted if absent. */
  readonly beyond?: BeyondCounts
  /** The number of values of the query outside the noise floor; counted if absent. */
  readonly noise?: NoiseCount | undefined
}

/** The part of a figure that does not depend on its size, theme or zoom. Some of it takes a pass over all cells. */
export interface FigureBasis extends FigureInput {
  /** The shown query's matrix of displayed values. */
  readonly matrix: Matrix
  readonly pyramids: readonly Pyramid[]
  /** Statistics of the shown query's displayed values. */
  readonly statistics: Statistics
  /** Undefined if it depends on the values and none is finite. */
  readonly colorScale: ColorScale | undefined
  readonly ramp: Ramp
  readonly counts: AbsentCounts
  /** Undefined if the displayed values have no noise floor. */
  readonly noise: NoiseCount | undefined
  /** Caption about special tokens, if any. */
  readonly specialNote: string | undefined
  readonly label: string
  /** Text alternative, generated from the numbers. */
  readonly description: string
  /** Present if bins of several cells show typical values. */
  readonly bins?: TypicalBins
  /** The basis without regard to bins; absent if it is this one. */
  readonly given?: FigureBasis
  /** The basis of the query with which this one takes turns; absent if it does not. */
  readonly turn?: FigureBasis
  /** The bases of all panels, one of which is this one; absent if the figure has no other plot. */
  readonly panels?: Plots<FigureBasis>
}

/** Returns the basis of a figure. Throws RangeError for a query that the tensor does not have. */
export function figureBasis(input: FigureInput): FigureBasis {
  if (input.view.rows === 'query') {
    const { tensor, displayed, view, orders } = input
    const place = { layer: view.layer, axis: view.axis, ...alignmentOf(orders) }
    return plotBasis(withRows(input, finish(rowsAtLayer(tensor, displayed, place))))
  }
  const views = panelViews(input.tensor, input.view)
  if (views.length === 1) return plotBasis(input)
  const { tensor, displayed, name, windows = {} } = input
  const orders = alignmentOf(input.orders)
  const bases = mapPlots(views, (view) =>
    plotBasis({ tensor, displayed, name, windows, orders, view }),
  )
  return joinedBasis(bases, input.view.query)
}

/**
 * Returns the input of a figure with the queries at a layer as rows. Lines, and orders by one layer or token, are left
 * out: they are of one query.
 */
export function withRows<Input extends Pick<FigureInput, 'displayed' | 'view'>>(
  input: Input,
  rows: RowsAtLayer,
): Input & RowsAtLayer & { readonly whole: Displayed } {
  const { token_lines: _tokens, layer_lines: _layers, ...view } = input.view
  const orders = {
    order: inSequenceIfByOne(view.order),
    layer_order: inSequenceIfByOne(view.layer_order),
  }
  return { ...input, ...rows, whole: input.displayed, view: { ...view, ...orders, query: 0 } }
}

function inSequenceIfByOne(order: string): string {
  return order.includes(':') ? 'position' : order
}

/** Returns the basis of one plot. Throws RangeError for a query that the tensor does not have. */
export function plotBasis(input: FigureInput): FigureBasis {
  const { tensor, name, displayed, view } = input
  const statistics = displayed.statistics[view.query]
  if (statistics === undefined) throw new RangeError(`no query ${view.query}`)
  const matrix = {
    ...withOrders(matrixInView(displayed.tensor, view), input.orders),
    labels: labelMode(view.labels, openTensorOf(tensor).tokens, tensor.axes),
  }
  const colorScale = figureScale(input)
  return {
    ...input,
    matrix,
    pyramids: displayed.pyramids,
    statistics,
    colorScale,
    ramp: rampOf(view.colormap, view.reversed),
    counts: absentCounts(input, matrix, colorScale),
    noise: input.noise ?? countedNoise(input),
    specialNote: specialNote(matrix, view.special),
    label: view.title || figureTitle(tensor, view.query, name),
    description: shortDescription({ matrix, statistics, view, displayed }),
  }
}

/** Returns the text alternative of a figure, generated from the numbers; `windows` is the visible part. */
export function shortDescription(
  {
    matrix,
    statistics,
    view,
    displayed,
  }: Pick<FigureBasis, 'matrix' | 'statistics' | 'view' | 'displayed'>,
  windows: Windows = {},
): string {
  return describe(matrix, statistics, {
    writing: plainWriting({
      visibleText,
      tokenText: columnText(matrix),
      isFloat32: areFloat32(displayed.tensor.values),
      areComputed: displayed.roundings !== undefined,
    }),
    isUpward: view.layers === 'up',
    windows,
  })
}

function countedNoise({ tensor, displayed, view }: FigureInput): NoiseCount | undefined {
  const floor = noiseFloor(tensor, view)
  return floor && finish(noiseCount(displayed.counted ?? displayed.tensor, view.query, floor))
}

/** A loaded tensor, and the view of it. */
export interface ShownTensor extends Displayed, ShownView {
  /** The name of the file, with the slice if the file contains several tensors. */
  readonly fileName: string
}

/** Returns a file's name without the endings of SimLens and of JSON, for a title. */
export function displayName(fileName: string): string {
  return fileName.replace(/(?:\.simlens)?\.(?:json|png|svg|html?|csv)$/iu, '') || fileName
}
