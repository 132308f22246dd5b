import { describe } from '../analysis/description/describe'
import { plainWriting } from '../analysis/description/Writing'
import { type Displayed } from '../analysis/displayedOf'
import { type Statistics } from '../analysis/Statistics'
import { resolveDomain, type Domain } from '../color/Domain'
import { rampOf, type Ramp } from '../color/Ramp'
import { labelMode } from '../layout/labelMode'
import { pieceText } from '../layout/tokenLabelText'
import { visibleText } from '../layout/visibleText'
import { matrixOf, type Matrix, type Orders } from '../tensor/Matrix'
import { type Profiles } from '../tensor/Profile'
import { type Pyramid } from '../tensor/Pyramid'
import { valuesOfQuery, type Tensor } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { figureTitle, type AbsentCounts } from './figureText'
import { specialNote } from './specialNote'

export interface FigureInput {
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
  readonly view: View
}

/** What of a figure does not depend on its size, its theme or its zoom. Some of it takes a pass over all cells. */
export interface FigureBasis extends FigureInput {
  /** Of the displayed values. */
  readonly matrix: Matrix
  readonly pyramid: Pyramid
  /** Of the shown query's displayed values. */
  readonly statistics: Statistics
  readonly domain: Domain | undefined
  readonly ramp: Ramp
  readonly counts: AbsentCounts
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
  const domain = resolveDomain(view.domain, statistics)
  return {
    ...input,
    matrix,
    pyramid: displayed.pyramid,
    statistics,
    domain,
    ramp: rampOf(view.colormap),
    counts: absentCounts(matrix, statistics, domain),
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

function absentCounts(
  matrix: Matrix,
  statistics: Statistics,
  domain: Domain | undefined,
): AbsentCounts {
  const { cellCount, missingCount, belowCount, aboveCount, min, max } = statistics
  const counts = {
    padding: matrix.layerCount * matrix.columnCount - cellCount,
    missing: missingCount,
    below: belowCount,
    above: aboveCount,
  }
  if (domain === undefined || (domain.low <= min && domain.high >= max)) return counts
  let below = 0
  let above = 0
  for (const value of valuesOfQuery(matrix.tensor, matrix.queryIndex)) {
    if (value < domain.low) below++
    else if (value > domain.high) above++
  }
  return { ...counts, below, above }
}
