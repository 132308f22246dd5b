import { type Displayed } from '../analysis/displayedOf'
import { type ColorScale } from '../color/ColorScale'
import { type CellValues } from '../tensor/CellValues'
import { type Matrix } from '../tensor/Matrix'
import { valuesOfQuery } from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { absentCells, type AbsentCells } from '../tensor/withOrders'

/** The numbers of cells of the displayed matrix, and of those without a color of the ramp, by reason. */
export interface AbsentCounts extends AbsentCells {
  readonly missing: number
  readonly below: number
  readonly above: number
}

/** The counts of a whole figure, and of its part in view. */
export interface SeenCounts extends AbsentCounts {
  /** Absent if the whole figure is in view; `many` if the cells in view are too many to be counted in a moment. */
  readonly seen?: AbsentCounts | 'many'
}

/** The numbers of values beyond the ends of a scale. */
export interface BeyondCounts {
  readonly below: number
  readonly above: number
}

/** Input of the counts. */
interface CountsInput {
  readonly displayed: Displayed
  readonly view: View
  /** The values beyond the scale, if they are counted already. */
  readonly beyond?: BeyondCounts
}

/** Returns the counts of a matrix of displayed values. */
export function absentCounts(
  { displayed, view, beyond }: CountsInput,
  matrix: Matrix,
  scale: ColorScale | undefined,
): AbsentCounts {
  const statistics = displayed.statistics[view.query]
  const { cellCount = 0, missingCount = 0 } = statistics ?? {}
  return {
    ...absentCells(matrix, cellCount),
    missing: missingCount,
    ...(beyond ??
      knownBeyond(displayed, view.query, scale) ??
      countBeyond(valuesOfQuery(displayed.tensor, view.query), scale)),
  }
}

/** Returns the numbers of a query's values beyond a scale, or undefined unless the statistics imply them. */
export function knownBeyond(
  { statistics, counted }: Displayed,
  queryIndex: number,
  scale: Pick<ColorScale, 'low' | 'high'> | undefined,
): BeyondCounts | undefined {
  const known = statistics[queryIndex]
  if (known === undefined) return { below: 0, above: 0 }
  const { min, max, defaultRange, belowCount, aboveCount } = known
  // Statistics do not include the extent of values that do not count.
  if (counted !== undefined) return undefined
  if (scale === undefined || (scale.low <= min && scale.high >= max)) {
    return { below: belowCount, above: aboveCount }
  }
  return defaultRange?.low === scale.low && defaultRange.high === scale.high
    ? { below: defaultRange.belowCount, above: defaultRange.aboveCount }
    : undefined
}

/** Returns the numbers of values beyond a scale, in one pass. */
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
