import { copyOfBlock, mapBlocks } from '../tensor/CellValues'
import { isSpecialToken } from '../tensor/isSpecialToken'
import { pyramidsOf } from '../tensor/Pyramid'
import {
  layerCountOf,
  rowOf,
  tokenCountOf,
  tokenText,
  valuesOfRow,
  type Tensor,
} from '../tensor/Tensor'
import { type View } from '../tensor/View'
import { statisticsOf, type Statistics } from './Statistics'
import { tieTolerance } from './tied'
import { largeTypical, type TypicalInput } from './Typical'
import { transformedTensor, type IsLeftOut } from './transformedTensor'

/** The displayed values of a tensor, with the results of a pass over all of them. */
export interface Displayed extends TypicalInput {
  /** The tensor with all values that do not count set to missing; absent if all values count. */
  readonly counted?: Tensor
  /**
   * By query: the difference up to which values are equal, since a transform has rounding errors; absent if the values
   * are those of the file.
   */
  readonly roundings?: readonly number[]
}

/** The settings of a view that decide which values are displayed, and which of them count. */
export type DisplaySettings = Pick<View, 'transform' | 'special'>

/** Returns the displayed values of a tensor that is colored as loaded. */
export function asLoaded(tensor: Tensor): Displayed {
  const made = {
    tensor,
    pyramids: pyramidsOf(tensor.values),
    statistics: tensor.queries.map((_, queryIndex) => statisticsOf(tensor, queryIndex)),
  }
  return { ...made, typical: largeTypical(made) }
}

/** Returns true if a view colors the tensor's own values and all of them count. */
export function isAsLoaded({ transform, special }: DisplaySettings): boolean {
  return transform === 'raw' && special !== 'exclude'
}

/** Returns the displayed values of a view, given those of the tensor as loaded. */
export function displayedOf(raw: Displayed, settings: DisplaySettings): Displayed {
  if (isAsLoaded(settings)) return raw
  const { transform, special } = settings
  const isLeftOut = special === 'exclude' ? specialTokens(raw.tensor) : undefined
  const whole = transform === 'raw' ? raw : transformedOf(raw, transform, isLeftOut)
  return isLeftOut === undefined ? whole : withoutTokens(whole, isLeftOut)
}

function transformedOf(
  { tensor, statistics }: Displayed,
  transform: Exclude<View['transform'], 'raw'>,
  isLeftOut: IsLeftOut | undefined,
): Displayed {
  const made = asLoaded(transformedTensor(tensor, transform, isLeftOut))
  // A difference of two values has their rounding errors; one from a mean is computed with more digits.
  const isOfValues = transform.endsWith('change')
  const roundings = made.statistics.map((after, q) => {
    const magnitude = magnitudeOf(after)
    const before = isOfValues ? magnitudeOf(statistics[q] ?? after) : 0
    return tieTolerance(tensor.values, Math.max(magnitude, before))
  })
  return { ...made, roundings }
}

/** Returns the largest magnitude of a finite value; 0 if there is none. */
export function magnitudeOf({ min, max, finiteCount }: Statistics): number {
  return finiteCount === 0 ? 0 : Math.max(max, -min)
}

/**
 * Returns the displayed values without some tokens. A query that would lose all of its finite values keeps all its
 * tokens.
 */
function withoutTokens(whole: Displayed, isLeftOut: IsLeftOut): Displayed {
  const { tensor } = whole
  const values = mapBlocks(tensor.values, copyOfBlock)
  const counted = { ...tensor, values }
  const statistics = whole.statistics.map((all, q) => {
    const rows = Array.from({ length: layerCountOf(tensor, q) }, (_, layer) =>
      rowOf(counted, q, layer),
    )
    for (const row of rows) {
      const copy = valuesOfRow(row)
      for (let k = 0; k < row.length; k++) if (isLeftOut(q, row.firstToken + k)) copy[k] = NaN
    }
    const rest = statisticsOf(counted, q)
    if (rest.finiteCount > 0) {
      const { cellCount, missingCount, aboveCount, belowCount } = all
      return { ...rest, cellCount, missingCount, aboveCount, belowCount }
    }
    rows.forEach((row, layer) => valuesOfRow(row).set(valuesOfRow(rowOf(tensor, q, layer))))
    return all
  })
  return { ...whole, counted, statistics }
}

function specialTokens(tensor: Tensor): IsLeftOut {
  const lists = tensor.queries.map((_, q) => {
    const marks = Array.from({ length: tokenCountOf(tensor, q) }, (__, token) => {
      const text = tokenText(tensor, q, token)
      return text !== undefined && isSpecialToken(tensor, text)
    })
    return marks.every(Boolean) ? [] : marks
  })
  return (queryIndex, tokenIndex) => lists[queryIndex]?.[tokenIndex] === true
}
