/** Kendall's τ-b of a sequence with its order, and its p-value. */
export interface Kendall {
  /** From −1 (falls all the way) to 1 (rises all the way); 0 for fewer than two values, or if all are equal. */
  readonly tau: number
  /** Two-sided p-value of no association; 1 if there are fewer than two values or all are equal. */
  readonly p: number
}

/** Length of the longest sequence with an exact p-value; the same as SciPy's. */
const MOST_EXACT = 33

/**
 * Returns Kendall's τ-b of a sequence of finite values with its order (M. G. Kendall, “Rank Correlation Methods”, 4th
 * ed., 1970), in O(n log n) after Knight (1966). The p-value is exact for up to 33 values without ties; otherwise it is
 * that of the normal approximation with the variance corrected for ties.
 */
export function kendall(values: Float64Array): Kendall {
  const n = values.length
  const pairCount = (n * (n - 1)) / 2
  const { fallCount, sorted } = sortCounting(values)
  let tiedPairs = 0
  let tiedVariance = 0
  for (let start = 0; start < n;) {
    let end = start + 1
    while (end < n && sorted[end] === sorted[start]) end++
    const t = end - start
    tiedPairs += (t * (t - 1)) / 2
    tiedVariance += t * (t - 1) * (2 * t + 5)
    start = end
  }
  const untied = pairCount - tiedPairs
  if (untied === 0) return { tau: 0, p: 1 }
  const score = untied - 2 * fallCount
  const tau = score / Math.sqrt(pairCount * untied)
  if (tiedPairs === 0 && n <= MOST_EXACT) return { tau, p: exactP(n, fallCount) }
  const variance = (n * (n - 1) * (2 * n + 5) - tiedVariance) / 18
  return { tau, p: twoSidedP(score / Math.sqrt(variance)) }
}

interface Sorting {
  /** Number of pairs whose later value is lower. */
  readonly fallCount: number
  readonly sorted: Float64Array
}

/** Sorts by merging, and counts the pairs whose later value is lower. */
function sortCounting(values: Float64Array): Sorting {
  const { length } = values
  let from = values.slice()
  let to = new Float64Array(length)
  let fallCount = 0
  for (let width = 1; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = Math.min(start + width, length)
      const end = Math.min(start + 2 * width, length)
      fallCount += mergeCounting(from, to, [start, middle, end])
    }
    ;[from, to] = [to, from]
  }
  return { fallCount, sorted: from }
}

/** Merges two sorted neighbours and returns the number of pairs whose later value is lower. */
function mergeCounting(
  from: Float64Array,
  to: Float64Array,
  [start, middle, end]: readonly [start: number, middle: number, end: number],
): number {
  let left = start
  let right = middle
  let fallCount = 0
  for (let k = start; k < end; k++) {
    const isLeft = left < middle && (right >= end || (from[left] ?? 0) <= (from[right] ?? 0))
    if (!isLeft) fallCount += middle - left
    // oxlint-disable-next-line no-param-reassign -- the two arrays take turns, so that none is allocated again
    to[k] = from[isLeft ? left++ : right++] ?? NaN
  }
  return fallCount
}

/**
 * Returns the share of the n! orders whose number of inversions is at least as far from the mean, by counting (Kendall,
 * 1970, ch. 5).
 */
function exactP(n: number, fallCount: number): number {
  const shares = sharesOf(n)
  const few = Math.min(fallCount, (n * (n - 1)) / 2 - fallCount)
  let sum = 0
  for (let k = 0; k <= few; k++) sum += shares[k] ?? 0
  return Math.min(1, 2 * sum)
}

/**
 * By n: shares of the orders by their number of inversions, up to half of the largest; cached, since many tokens need
 * them.
 */
const knownShares = new Map<number, Float64Array>()

function sharesOf(n: number): Float64Array {
  const known = knownShares.get(n)
  if (known !== undefined) return known
  const half = Math.floor((n * (n - 1)) / 4)
  let shares = new Float64Array(half + 1)
  shares[0] = 1
  for (let count = 2; count <= n; count++) {
    const next = new Float64Array(half + 1)
    for (let k = 0; k <= half; k++) {
      let sum = 0
      for (let j = Math.max(0, k - count + 1); j <= k; j++) sum += shares[j] ?? 0
      next[k] = sum / count
    }
    shares = next
  }
  knownShares.set(n, shares)
  return shares
}

/**
 * Returns the probability that a standard normal number is at least as far from 0 as `z`, by the rational approximation
 * of the complementary error function in “Numerical Recipes” (2nd ed., §6.2), whose relative error is below 1.2e-7.
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  return t * Math.exp(-x * x + TERMS.reduceRight((sum, term) => sum * t + term, 0))
}

const TERMS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]
