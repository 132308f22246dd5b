import { seededSigns } from './seededRandom'
import { type Sliced } from '../Sliced'

/** Largest number of steps whose patterns of signs are all tried. */
const MOST_EXACT = 12
/** Largest number of terms added in all; of longer sequences, fewer patterns are drawn. */
const MOST_ADDED = 1 << 26
const MOST_PATTERNS = 9999
const LEAST_PATTERNS = 199
/** Number of patterns at least as far that end the drawing. */
const ENOUGH = 400
const SEED = 20_260_101
/** Number of terms that are added between two pauses. */
const RUN = 1 << 18
/** Share of the sum of all terms by which rounding errors may bring a sum below an equal one. */
const SLACK = 1e-12

/** A comparison of the mean of some places of a sequence with that of all others. */
export interface GroupTest {
  /** Mean of the places minus the mean of all others. */
  readonly difference: number
  /** Two-sided p-value: the share of the patterns of signs whose |difference| is at least as large. */
  readonly p: number
  /** Number of patterns of signs that were tried: all that exist, or those that were drawn. */
  readonly patternCount: number
}

/**
 * Tests the difference between the values at some places of a sequence and all others against a walk without drift. The
 * signs of the observed steps are flipped: all patterns of signs of up to 13 values, else random ones, until 400 of them
 * are at least as far (Besag and Clifford, 1991). Random groups would take neighbours for independent, and find a
 * difference in any slow change. `places` holds some but not all places, ascending. Differences that differ by four times `tolerance` or less are equal.
 */
export function* groupTest(
  values: Float64Array,
  places: readonly number[],
  tolerance: number,
): Sliced<GroupTest> {
  const terms = termsOf(values, places)
  const difference = sumOf(terms, () => 1)
  const reach = terms.reduce((sum, term) => sum + Math.abs(term), 0)
  const limit = Math.abs(difference) - Math.max(4 * tolerance, reach * SLACK)
  if (!(limit > 0)) return { difference, p: 1, patternCount: 2 ** terms.length }
  if (terms.length <= MOST_EXACT) return exactTest(difference, terms, limit)
  return yield* drawnTest(difference, terms, limit)
}

/** Returns the contribution of each step of the sequence to the difference of the means. */
function termsOf(values: Float64Array, places: readonly number[]): Float64Array {
  const { length } = values
  const inside = places.length
  const outside = length - inside
  const terms = new Float64Array(Math.max(0, length - 1))
  // The weight of a step is that of all values behind it.
  let weight = 0
  let next = inside - 1
  for (let k = length - 1; k > 0; k--) {
    const isInside = places[next] === k
    if (isInside) next--
    weight += isInside ? 1 / inside : -1 / outside
    terms[k - 1] = weight * ((values[k] ?? NaN) - (values[k - 1] ?? NaN))
  }
  return terms
}

function sumOf(terms: Float64Array, sign: () => number): number {
  let sum = 0
  for (const term of terms) sum += sign() * term
  return sum
}

/** Tries all patterns. The last sign stays, since turning all signs turns the difference. */
function exactTest(difference: number, terms: Float64Array, limit: number): GroupTest {
  const half = 2 ** (terms.length - 1)
  let count = 0
  for (let pattern = 0; pattern < half; pattern++) {
    let bits = pattern
    const sum = sumOf(terms, () => {
      const sign = (bits & 1) * 2 - 1
      bits >>= 1
      return sign
    })
    if (Math.abs(sum) >= limit) count++
  }
  return { difference, p: count / half, patternCount: 2 * half }
}

function* drawnTest(difference: number, terms: Float64Array, limit: number): Sliced<GroupTest> {
  const affordable = Math.floor(MOST_ADDED / terms.length)
  const drawCount = Math.max(LEAST_PATTERNS, Math.min(MOST_PATTERNS, affordable))
  const pauseEvery = Math.ceil(RUN / terms.length)
  const sign = seededSigns(SEED)
  let count = 0
  for (let draw = 1; draw <= drawCount; draw++) {
    if (Math.abs(sumOf(terms, sign)) >= limit) count++
    if (count === ENOUGH) return { difference, p: count / draw, patternCount: draw }
    if (draw % pauseEvery === 0) yield
  }
  return { difference, p: (count + 1) / (drawCount + 1), patternCount: drawCount }
}
