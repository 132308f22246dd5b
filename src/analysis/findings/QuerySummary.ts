import {
  EMPTY_ROW,
  layerCountOf,
  rowOf,
  tokenCountOf,
  type Row,
  type Tensor,
} from '../../tensor/Tensor'
import { type Sliced } from '../Sliced'
import { errorOfSum } from '../sumOf'
import {
  addToPaths,
  addToTokens,
  noSummaries,
  type Run,
  type TokenSummaries,
} from '../TokenSummaries'

/** Summary of the values of one layer. An index is −1 if there is no such cell or if several are equal. */
export interface LayerSummary {
  readonly finiteCount: number
  /** Mean and greatest |similarity| of the finite values; NaN and −Infinity if no value is finite. */
  readonly meanMagnitude: number
  readonly maxMagnitude: number
  readonly min: number
  readonly max: number
  readonly minToken: number
  readonly maxToken: number
  /**
   * Mean |difference| from the layer before, over tokens that are finite in both; NaN if there are none. This and the
   * mean magnitude are NaN or infinite if their sums are too large for a number.
   */
  readonly change: number
}

/** Summary of all cells of one query. */
export interface QuerySummary {
  readonly layers: readonly LayerSummary[]
  readonly tokens: TokenSummaries
}

/** Number of tokens read between two pauses. */
const RUN = 1 << 15

/**
 * Summarizes the cells of a query in one pass. Padding is not stored and not counted; missing values are not counted.
 * Extremes that differ by `tolerance` or less are equal.
 */
export function* querySummary(
  tensor: Tensor,
  queryIndex: number,
  tolerance = 0,
): Sliced<QuerySummary> {
  const tokens = noSummaries(tokenCountOf(tensor, queryIndex))
  const layers: LayerSummary[] = []
  let before: Row = EMPTY_ROW
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    const row = rowOf(tensor, queryIndex, layer)
    const tally = newTally()
    for (let from = 0; from < row.length; from += RUN) {
      const run = { ...row, from, to: Math.min(from + RUN, row.length) }
      addToLayer(tally, run, { before, tolerance })
      addToTokens(tokens, run, { layer, tolerance })
      addToPaths(tokens, run, before)
      yield
    }
    layers.push(layerOf(tally))
    before = row
  }
  return { layers, tokens }
}

function newTally(): {
  finiteCount: number
  magnitude: number
  magnitudeError: number
  maxMagnitude: number
  min: number
  max: number
  minToken: number
  maxToken: number
  change: number
  changeError: number
  changeCount: number
} {
  return {
    finiteCount: 0,
    magnitude: 0,
    magnitudeError: 0,
    maxMagnitude: -Infinity,
    min: Infinity,
    max: -Infinity,
    minToken: -1,
    maxToken: -1,
    change: 0,
    changeError: 0,
    changeCount: 0,
  }
}

type Tally = ReturnType<typeof newTally>

function layerOf(tally: Tally): LayerSummary {
  const { magnitude, magnitudeError, change, changeError, changeCount, ...rest } = tally
  return {
    ...rest,
    meanMagnitude: (magnitude + magnitudeError) / tally.finiteCount,
    change: (change + changeError) / changeCount,
  }
}

/* oxlint-disable no-param-reassign -- sums over millions of cells are kept in place */

function addToLayer(
  tally: Tally,
  run: Run,
  { before, tolerance }: { readonly before: Row; readonly tolerance: number },
): void {
  const { values } = run
  const shift = before.offset - before.firstToken + run.firstToken
  for (let k = run.from; k < run.to; k++) {
    const value = values[run.offset + k] ?? NaN
    // A difference with itself is 0 for finite values only.
    if (value - value !== 0) continue
    tally.finiteCount++
    const magnitude = Math.abs(value)
    tally.magnitudeError += errorOfSum(tally.magnitude, magnitude)
    tally.magnitude += magnitude
    if (value >= tally.max - tolerance) {
      tally.maxToken = value > tally.max + tolerance ? run.firstToken + k : -1
      tally.max = Math.max(tally.max, value)
    }
    if (value <= tally.min + tolerance) {
      tally.minToken = value < tally.min - tolerance ? run.firstToken + k : -1
      tally.min = Math.min(tally.min, value)
    }
    const place = shift + k
    if (place < before.offset || place >= before.offset + before.length) continue
    const other = before.values[place] ?? NaN
    if (other - other !== 0) continue
    const step = Math.abs(value - other)
    tally.changeError += errorOfSum(tally.change, step)
    tally.change += step
    tally.changeCount++
  }
  tally.maxMagnitude = Math.max(tally.max, -tally.min)
}

/* oxlint-enable no-param-reassign */
