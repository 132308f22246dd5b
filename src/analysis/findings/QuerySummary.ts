import {
  layerCountOf,
  EMPTY_ROW,
  rowOf,
  tokenCountOf,
  type Row,
  type Tensor,
} from '../../tensor/Tensor'
import { type Sliced } from '../Sliced'

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
  /** Mean |difference| from the layer before, over tokens that are finite in both; NaN if there are none. */
  readonly change: number
}

/** Summaries of the values of each token over the layers, by token index; empty if there are more than 2²⁰ tokens. */
export interface TokenSummaries {
  /** Number of finite values. */
  readonly count: Uint32Array
  readonly sum: Float64Array
  /** Extremes of all numbers, ±Infinity included; Infinity and −Infinity if there are none. */
  readonly min: Float64Array
  readonly max: Float64Array
  /** Layer of the extreme; −1 if several are equal. */
  readonly minLayer: Int32Array
  readonly maxLayer: Int32Array
}

export interface QuerySummary {
  readonly layers: readonly LayerSummary[]
  readonly tokens: TokenSummaries
}

/** Number of tokens read between two pauses. */
const RUN = 1 << 15
/** Largest number of tokens with summaries; those of more tokens would take more memory than the values. */
const MOST_TOKENS = 1 << 20

/**
 * Summarizes the cells of a query in one pass. Padding is not stored and not counted; missing values are not counted.
 */
export function* querySummary(tensor: Tensor, queryIndex: number): Sliced<QuerySummary> {
  const tokenCount = tokenCountOf(tensor, queryIndex)
  const count = tokenCount > MOST_TOKENS ? 0 : tokenCount
  const tokens = {
    count: new Uint32Array(count),
    sum: new Float64Array(count),
    min: new Float64Array(count).fill(Infinity),
    max: new Float64Array(count).fill(-Infinity),
    minLayer: new Int32Array(count).fill(-1),
    maxLayer: new Int32Array(count).fill(-1),
  }
  const layers: LayerSummary[] = []
  let before: Row = EMPTY_ROW
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    const row = rowOf(tensor, queryIndex, layer)
    const tally = newTally()
    for (let from = 0; from < row.length; from += RUN) {
      const run = { ...row, from, to: Math.min(from + RUN, row.length) }
      addToLayer(tally, run, before)
      addToTokens(tokens, run, layer)
      yield
    }
    layers.push(layerOf(tally))
    before = row
  }
  return { layers, tokens }
}

interface Run extends Row {
  /** Index in the row of the first value of the run (inclusive), and of its end (exclusive). */
  readonly from: number
  readonly to: number
}

function newTally(): {
  finiteCount: number
  magnitude: number
  maxMagnitude: number
  min: number
  max: number
  minToken: number
  maxToken: number
  change: number
  changeCount: number
} {
  return {
    finiteCount: 0,
    magnitude: 0,
    maxMagnitude: -Infinity,
    min: Infinity,
    max: -Infinity,
    minToken: -1,
    maxToken: -1,
    change: 0,
    changeCount: 0,
  }
}

type Tally = ReturnType<typeof newTally>

function layerOf({ magnitude, change, changeCount, ...tally }: Tally): LayerSummary {
  return {
    ...tally,
    meanMagnitude: magnitude / tally.finiteCount,
    change: change / changeCount,
  }
}

/* oxlint-disable no-param-reassign -- sums over millions of cells are kept in place */

function addToLayer(tally: Tally, run: Run, before: Row): void {
  const { values } = run
  const shift = before.offset - before.firstToken + run.firstToken
  for (let k = run.from; k < run.to; k++) {
    const value = values[run.offset + k] ?? NaN
    // A difference with itself is 0 for finite values only.
    if (value - value !== 0) continue
    tally.finiteCount++
    tally.magnitude += Math.abs(value)
    if (value >= tally.max) {
      tally.maxToken = value > tally.max ? run.firstToken + k : -1
      tally.max = value
    }
    if (value <= tally.min) {
      tally.minToken = value < tally.min ? run.firstToken + k : -1
      tally.min = value
    }
    const place = shift + k
    if (place < before.offset || place >= before.offset + before.length) continue
    const step = Math.abs(value - (before.values[place] ?? NaN))
    if (step - step !== 0) continue
    tally.change += step
    tally.changeCount++
  }
  tally.maxMagnitude = Math.max(tally.max, -tally.min)
}

function addToTokens(
  { count, sum, min, max, minLayer, maxLayer }: TokenSummaries,
  run: Run,
  layer: number,
): void {
  const { values } = run
  for (let k = run.from; k < run.to; k++) {
    const value = values[run.offset + k] ?? NaN
    const token = run.firstToken + k
    const highest = max[token] ?? NaN
    const lowest = min[token] ?? NaN
    if (value >= highest) {
      maxLayer[token] = value > highest ? layer : -1
      max[token] = value
    }
    if (value <= lowest) {
      minLayer[token] = value < lowest ? layer : -1
      min[token] = value
    }
    if (value - value !== 0) continue
    count[token] = (count[token] ?? 0) + 1
    sum[token] = (sum[token] ?? 0) + value
  }
}

/* oxlint-enable no-param-reassign */
