import { meanOf } from './TokenSummaries'

/** Largest number of values drawn in all; if the groups are large, fewer of them are drawn. */
const MOST_DRAWN = 1 << 21
const MOST_GROUPS = 10_000
const LEAST_GROUPS = 200
const SEED = 20_260_101

/** The interval that contains 95 % of the differences between the mean of a random group and that of the rest. */
export interface RandomDifferences {
  readonly low: number
  readonly high: number
  readonly drawCount: number
}

/** Draws random groups of `size` values without replacement, the same ones each time; 0 < size < values.length. */
export function randomDifferences(values: Float64Array, size: number): RandomDifferences {
  const random = seeded(SEED)
  const rest = values.length - size
  const total = meanOf(values) * values.length
  const drawCount = Math.max(LEAST_GROUPS, Math.min(MOST_GROUPS, Math.floor(MOST_DRAWN / size)))
  const pool = values.slice()
  const differences = Float64Array.from({ length: drawCount }, () => {
    let sum = 0
    // The first places of a shuffle (Fisher and Yates), starting from the order that the last draw left.
    for (let k = 0; k < size; k++) {
      const other = k + Math.floor(random() * (values.length - k))
      const drawn = pool[other] ?? NaN
      pool[other] = pool[k] ?? NaN
      pool[k] = drawn
      sum += drawn
    }
    return sum / size - (total - sum) / rest
  }).toSorted()
  const outside = Math.floor(drawCount * 0.025)
  return {
    low: differences[outside] ?? NaN,
    high: differences[drawCount - 1 - outside] ?? NaN,
    drawCount,
  }
}

/**
 * Returns a generator of numbers from 0 (inclusive) to 1 (exclusive) that depend on the seed only: mulberry32
 * (Ettinger, 2017).
 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
