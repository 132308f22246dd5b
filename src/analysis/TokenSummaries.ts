import { type Row } from '../tensor/Tensor'
import { errorOfSum } from './sumOf'

/** Summaries of the values of each token over the layers, by token index; empty if there are more than 2²⁰ tokens. */
export interface TokenSummaries {
  /** Number of finite values. */
  readonly count: Uint32Array
  /** Sum of the finite values, and the rounding error to add to it. */
  readonly sum: Float64Array
  readonly error: Float64Array
  /** Extremes of the finite values; Infinity and −Infinity if there are none. */
  readonly min: Float64Array
  readonly max: Float64Array
  /** Layer of the extreme; −1 if several are equal. */
  readonly minLayer: Int32Array
  readonly maxLayer: Int32Array
  /** 1 if one of the values is infinite, else 0. */
  readonly hasInfinite: Uint8Array
  /** Sum of the |differences| from the layer before, over layers that have two finite values. */
  readonly path: Float64Array
}

/** Largest number of tokens with summaries; those of more tokens would take more memory than the values. */
export const MOST_TOKENS = 1 << 20

/** Returns the summaries of so many tokens before any value is added. */
export function noSummaries(tokenCount: number): TokenSummaries {
  const count = tokenCount > MOST_TOKENS ? 0 : tokenCount
  return {
    count: new Uint32Array(count),
    sum: new Float64Array(count),
    error: new Float64Array(count),
    min: new Float64Array(count).fill(Infinity),
    max: new Float64Array(count).fill(-Infinity),
    minLayer: new Int32Array(count).fill(-1),
    maxLayer: new Int32Array(count).fill(-1),
    hasInfinite: new Uint8Array(count),
    path: new Float64Array(count),
  }
}

/** A part of a row. */
export interface Run extends Row {
  /** Index in the row of the first value of the run (inclusive), and of its end (exclusive). */
  readonly from: number
  readonly to: number
}

/* oxlint-disable no-param-reassign -- sums over millions of cells are kept in place */

/** Adds the values of a run to the summaries of their tokens, but for their paths. */
export function addToTokens(
  tokens: TokenSummaries,
  run: Run,
  { layer, tolerance }: { readonly layer: number; readonly tolerance: number },
): void {
  const { count, sum, error, min, max, minLayer, maxLayer, hasInfinite } = tokens
  const { values } = run
  for (let k = run.from; k < run.to; k++) {
    const value = values[run.offset + k] ?? NaN
    const token = run.firstToken + k
    // A difference with itself is 0 for finite values only.
    if (value - value !== 0) {
      hasInfinite[token] = Number(hasInfinite[token] === 1 || !Number.isNaN(value))
      continue
    }
    const highest = max[token] ?? NaN
    const lowest = min[token] ?? NaN
    if (value >= highest - tolerance) {
      maxLayer[token] = value > highest + tolerance ? layer : -1
      max[token] = Math.max(highest, value)
    }
    if (value <= lowest + tolerance) {
      minLayer[token] = value < lowest - tolerance ? layer : -1
      min[token] = Math.min(lowest, value)
    }
    addToSum(sum, error, token, value)
    count[token] = (count[token] ?? 0) + 1
  }
}

function addToSum(sum: Float64Array, error: Float64Array, token: number, value: number): void {
  const total = sum[token] ?? 0
  error[token] = (error[token] ?? 0) + errorOfSum(total, value)
  sum[token] = total + value
}

/** Adds the steps from the layer before to the values of a run to the paths of their tokens. */
export function addToPaths({ path }: TokenSummaries, run: Run, before: Row): void {
  const shift = before.offset - before.firstToken + run.firstToken
  const from = Math.max(run.from, before.offset - shift)
  const to = Math.min(run.to, before.offset + before.length - shift)
  for (let k = from; k < to; k++) {
    const value = run.values[run.offset + k] ?? NaN
    const step = Math.abs(value - (before.values[shift + k] ?? NaN))
    const token = run.firstToken + k
    // A difference with itself is 0 for finite values only.
    if (step - step === 0) path[token] = (path[token] ?? 0) + step
  }
}

/* oxlint-enable no-param-reassign */
