import { type Row } from '../../tensor/Tensor'

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

/** Largest number of tokens with summaries; those of more tokens would take more memory than the values. */
const MOST_TOKENS = 1 << 20

/** Returns the summaries of so many tokens before any value is added. */
export function noSummaries(tokenCount: number): TokenSummaries {
  const count = tokenCount > MOST_TOKENS ? 0 : tokenCount
  return {
    count: new Uint32Array(count),
    sum: new Float64Array(count),
    min: new Float64Array(count).fill(Infinity),
    max: new Float64Array(count).fill(-Infinity),
    minLayer: new Int32Array(count).fill(-1),
    maxLayer: new Int32Array(count).fill(-1),
  }
}

/** A part of a row. */
export interface Run extends Row {
  /** Index in the row of the first value of the run (inclusive), and of its end (exclusive). */
  readonly from: number
  readonly to: number
}

/* oxlint-disable no-param-reassign -- sums over millions of cells are kept in place */

/** Adds the values of a run to the summaries of their tokens. */
export function addToTokens(
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

/** Indices of the tokens that have a finite value, ascending, and the means of these values over the layers. */
export interface TokenMeans {
  readonly tokens: Uint32Array
  readonly means: Float64Array
}

/** Returns the means of the tokens, each over its finite values. */
export function tokenMeans({ count, sum }: TokenSummaries): TokenMeans {
  const tokens = new Uint32Array(count.length)
  const means = new Float64Array(count.length)
  let length = 0
  for (let token = 0; token < count.length; token++) {
    const divisor = count[token] ?? 0
    if (divisor === 0) continue
    tokens[length] = token
    means[length++] = (sum[token] ?? NaN) / divisor
  }
  return { tokens: tokens.subarray(0, length), means: means.subarray(0, length) }
}
