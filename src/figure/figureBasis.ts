import { describe } from '../analysis/description/describe'
import { plainWriting } from '../analysis/description/Writing'
import { type Displayed } from '../analysis/displayedOf'
import { finish } from '../analysis/Sliced'
import { noiseFloor, noiseCount, type NoiseCount } from '../analysis/noiseFloor'
import { type Statistics } from '../analysis/Statistics'
import { type ColorScale } from '../color/ColorScale'
import { rampOf, type Ramp } from '../color/colormaps'
import { pieceText, labelMode } from '../layout/tokenLabelText'
import { visibleText } from '../text/visibleText'
import { type CellValues } from '../tensor/CellValues'
import { matrixOf, type Matrix, type Orders } from '../tensor/Matrix'
import { type Profiles } from '../tensor/Profile'
import { type Pyramid } from '../tensor/Pyramid'
import { valuesOfQuery, type Tensor } from '../tensor/Tensor'
import { figureScale, type ScaleInput } from './figureScale'
import { figureTitle } from './figureText'
import { type AbsentCounts } from './TextInput'
import { specialNote } from './specialNote'

export interface FigureInput extends ScaleInput {
  /** As it was loaded: what the readout gives exactly. */
  readonly tensor: Tensor
  /** What the view displays of it: what is colored, described and counted. */
  readonly displayed: Displayed
  /** As the view asks for; default the sequence. */
  readonly orders?: Orders
  /** Of the displayed values that count, where the view shows them. */
  readonly profiles?: Profiles
  /** File name without its extension. */
  readonly name: string
  /** Of all plots of a figure; default by the view's own scope. */
  readonly scale?: ColorScale | undefined
  /** How many of the query's values the scale leaves out, where that is at hand; else they are counted. */
  readonly beyond?: BeyondCounts
  /** How many of them lie beyond the noise floor, where that is at hand; else they are counted. */
  readonly noise?: NoiseCount | undefined
}

export interface BeyondCounts {
  readonly below: number
  readonly above: number
}

/** What of a figure does not depend on its size, its theme or its zoom. Some of it takes a pass over all cells. */
export interface FigureBasis extends FigureInput {
  /** Of the displayed values. */
  readonly matrix: Matrix
  readonly pyramids: readonly Pyramid[]
  /** Of the shown query's displayed values. */
  readonly statistics: Statistics
  readonly colorScale: ColorScale | undefined
  readonly ramp: Ramp
  readonly counts: AbsentCounts
  /** Where the displayed values have one. */
  readonly noise: NoiseCount | undefined
  /** What the caption says of special tokens. */
  readonly specialNote: string | undefined
  readonly label: string
  /** Text alternative, made from the numbers. */
  readonly description: string
}

/** Throws RangeError for a query that the tensor does not have. */
export function figureBasis(input: FigureInput): FigureBasis {
  const { tensor, name, displayed, view } = input
  const statistics = displayed.statistics[view.query]
  if (statistics === undefined) throw new RangeError(`no query ${view.query}`)
  const matrix = {
    ...matrixOf(displayed.tensor, view.query, view.axis, view.width),
    labels: labelMode(view.labels, tensor.tokens),
    ...input.orders,
  }
  const colorScale = input.scale ?? figureScale(input)
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
    description: describe(matrix, statistics, {
      writing: plainWriting({
        visibleText,
        tokenText: (text) => pieceText(text, matrix.labels),
      }),
      isUpward: view.layers === 'up',
    }),
  }
}

function countedNoise({ tensor, displayed, view }: FigureInput): NoiseCount | undefined {
  const floor = noiseFloor(tensor, view)
  return floor && finish(noiseCount(displayed.counted ?? displayed.tensor, view.query, floor))
}

function absentCounts(
  { displayed, view, beyond }: FigureInput,
  matrix: Matrix,
  scale: ColorScale | undefined,
): AbsentCounts {
  const statistics = displayed.statistics[view.query]
  const { cellCount = 0, missingCount = 0 } = statistics ?? {}
  return {
    padding: matrix.layerCount * matrix.columnCount - cellCount,
    missing: missingCount,
    ...(beyond ??
      knownBeyond(displayed, view.query, scale) ??
      countBeyond(valuesOfQuery(displayed.tensor, view.query), scale)),
  }
}

/** How many values a scale leaves out, where that follows from the statistics. */
export function knownBeyond(
  { statistics, counted }: Displayed,
  queryIndex: number,
  scale: Pick<ColorScale, 'low' | 'high'> | undefined,
): BeyondCounts | undefined {
  const known = statistics[queryIndex]
  if (known === undefined) return { below: 0, above: 0 }
  const { min, max, defaultRange, belowCount, aboveCount } = known
  // Of what does not count, the statistics know no extent.
  if (counted !== undefined) return undefined
  if (scale === undefined || (scale.low <= min && scale.high >= max)) {
    return { below: belowCount, above: aboveCount }
  }
  return defaultRange?.low === scale.low && defaultRange.high === scale.high
    ? { below: defaultRange.belowCount, above: defaultRange.aboveCount }
    : undefined
}

/** In one pass. */
export function countBeyond(
  { blocks }: CellValues,
  { low, high }: Pick<ColorScale, 'low' | 'high'> = { low: -Infinity, high: Infinity },
): BeyondCounts {
  let below = 0
  let above = 0
  for (const block of blocks) {
    for (const value of block) {
      if (value < low) below++
      else if (value > high) above++
    }
  }
  return { below, above }
}
