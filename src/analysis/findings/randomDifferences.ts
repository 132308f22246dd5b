import { meanOf } from './tokenMeans'

/** Numbers that are drawn in all, at most: of large groups fewer groups. */
const MOST_DRAWN = 1 << 21
const MOST_GROUPS = 10_000
const LEAST_GROUPS = 200
const SEED = 20_260_101

/** What the difference of a random group's mean to that of the rest lies between in 95 % of the draws. */
export interface RandomDifferences {
  readonly low: number
  readonly high: number
  readonly drawCount: number
}

/** Draws groups of `size` of the values without replacement, the same ones each time; 0 < size < values.length. */
export function randomDifferences(values: Float64Array, size: number): RandomDifferences {
  const random = seeded(SEED)
  const rest = values.length - size
  const total = meanOf(values) * values.length
  const drawCount = Math.max(LEAST_GROUPS, Math.min(MOST_GROUPS, Math.floor(MOST_DRAWN / size)))
  const pool = values.slice()
  const differences = Float64Array.from({ length: drawCount }, () => {
    let sum = 0
    // The first places of a shuffle (Fisher and Yates), going on from the order that the last draw left.
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

/** Numbers from 0 to below 1, the same for the same seed: mulberry32 (Ettinger, 2017). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
