import { seededSigns } from './seededRandom'
import { type Sliced } from '../Sliced'

/** Largest number of values whose patterns of signs are all tried. */
export const MOST_EXACT = 13
/** Largest p-value that is computed; no level is larger. */
export const MOST_P = 0.25
/** Number of patterns at least as far that end the drawing; they suffice to show that a p-value is large. */
const ENOUGH = 25
const SEED = 20_260_101
/** Number of pairs that are compared between two pauses. */
const RUN = 1 << 18

/** Kendall's S of a sequence, and how likely a walk without drift is to reach it. */
export interface WalkTest {
  /** Number of pairs that rise minus the number of pairs that fall. */
  readonly score: number
  /**
   * Two-sided p-value: the share of the patterns of signs whose |S| is at least as large, the observed one included; 1
   * if it is above 0.25.
   */
  readonly p: number
  /** Number of patterns of signs that were tried: all that exist, or those that were drawn. */
  readonly patternCount: number
}

/**
 * Tests a sequence of finite values against a walk without drift, whose steps are as likely to go up as down. The signs
 * of the observed steps are flipped, and Kendall's S is computed again: for all patterns of signs of up to 13 values,
 * else for `drawCount` random ones, or until 25 of them are at least as far (Besag and Clifford, “Sequential Monte
 * Carlo p-values”, 1991). Unlike Kendall's own test, it does not take values for independent of the one before. Values
 * that differ by `tolerance` or less are equal. Takes time with the square of the number of values.
 */
export function* walkTest(
  values: Float64Array,
  tolerance: number,
  drawCount: number,
): Sliced<WalkTest> {
  const score = scoreOf(values, tolerance)
  const steps = values.slice(1).map((value, k) => value - (values[k] ?? NaN))
  if (score === 0 || steps.length === 0) return { score, p: 1, patternCount: 2 ** steps.length }
  if (values.length <= MOST_EXACT) return exactTest(score, steps, tolerance)
  return yield* drawnTest(score, steps, { tolerance, drawCount })
}

/** Returns up to `most` of the values, evenly spaced, the first and the last included. */
export function thinned(values: Float64Array, most: number): Float64Array {
  const { length } = values
  if (length <= most) return values
  const unit = (length - 1) / (most - 1)
  return Float64Array.from({ length: most }, (_, k) => values[Math.round(k * unit)] ?? NaN)
}

/** Returns the number of pairs whose later value is higher, minus the number of those whose later value is lower. */
export function scoreOf(values: Float64Array, tolerance: number): number {
  let score = 0
  for (let k = 1; k < values.length; k++) score += gainOf(values, k, tolerance)
  return score
}

/** Returns the number of values before the k-th that are lower, minus the number of those that are higher. */
function gainOf(values: Float64Array, k: number, tolerance: number): number {
  const value = values[k] ?? 0
  const low = value - tolerance
  const high = value + tolerance
  let gain = 0
  for (let i = 0; i < k; i++) {
    const before = values[i] ?? 0
    if (before < low) gain++
    else if (before > high) gain--
  }
  return gain
}

/** Tries all patterns. The first step keeps its sign, since turning all signs turns the score. */
function exactTest(score: number, steps: Float64Array, tolerance: number): WalkTest {
  const n = steps.length + 1
  const pairCount = (n * (n - 1)) / 2
  const target = Math.abs(score)
  const most = MOST_P * 2 ** (n - 2)
  const walk = new Float64Array(n)
  let count = 0
  const visit = (k: number, before: number): void => {
    // The pairs that are still to come cannot bring the score to the target, or away from it.
    const open = pairCount - (k * (k - 1)) / 2
    if (Math.abs(before) + open < target) return
    if (Math.abs(before) - open >= target) {
      count += 2 ** (n - k)
      return
    }
    for (const sign of k === 1 ? [1] : [1, -1]) {
      if (count > most) return
      walk[k] = (walk[k - 1] ?? 0) + sign * (steps[k - 1] ?? 0)
      visit(k + 1, before + gainOf(walk, k, tolerance))
    }
  }
  visit(1, 0)
  const p = count > most ? 1 : count / 2 ** (n - 2)
  return { score, p, patternCount: 2 ** (n - 1) }
}

interface Drawing {
  readonly tolerance: number
  readonly drawCount: number
}

function* drawnTest(
  score: number,
  steps: Float64Array,
  { tolerance, drawCount }: Drawing,
): Sliced<WalkTest> {
  const walk = new Float64Array(steps.length + 1)
  const sign = seededSigns(SEED)
  const pauseEvery = Math.ceil(RUN / (walk.length * walk.length))
  const reaches = (): boolean => {
    let drawn = 0
    let open = (walk.length * steps.length) / 2
    for (let k = 1; k < walk.length; k++) {
      walk[k] = (walk[k - 1] ?? 0) + sign() * (steps[k - 1] ?? 0)
      drawn += gainOf(walk, k, tolerance)
      open -= k
      // The pairs that are still to come cannot bring the score that far.
      if (Math.abs(drawn) + open < Math.abs(score)) return false
    }
    return true
  }
  let count = 0
  for (let draw = 1; draw <= drawCount; draw++) {
    if (reaches()) count++
    if (count === ENOUGH) {
      const p = count / draw
      return { score, p: p > MOST_P ? 1 : p, patternCount: draw }
    }
    if (draw % pauseEvery === 0) yield
  }
  return { score, p: (count + 1) / (drawCount + 1), patternCount: drawCount }
}
