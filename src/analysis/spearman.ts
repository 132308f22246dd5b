import { type Sliced } from './Sliced'

/**
 * Returns Spearman's rank correlation of two lists of finite numbers of equal length, with averaged ranks for equal
 * values; NaN for fewer than two numbers, or if one list is constant.
 */
export function* spearman(a: Float64Array, b: Float64Array): Sliced<number> {
  const x = ranksOf(a)
  yield
  const y = ranksOf(b)
  yield
  const middle = (a.length + 1) / 2
  let xy = 0
  let xx = 0
  let yy = 0
  for (let k = 0; k < a.length; k++) {
    const dx = (x[k] ?? NaN) - middle
    const dy = (y[k] ?? NaN) - middle
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xx * yy === 0 ? NaN : xy / Math.sqrt(xx * yy)
}

/** Returns the ranks of finite values, counted from 1; equal values get the mean of their ranks. */
function ranksOf(values: Float64Array): Float64Array {
  const sorted = values.toSorted()
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < sorted.length;) {
    let end = start + 1
    while (end < sorted.length && sorted[end] === sorted[start]) end++
    ranks[start] = (start + 1 + end) / 2
    start = end
  }
  return values.map((value) => ranks[firstOf(sorted, value)] ?? NaN)
}

/** Returns the first index of a value in a sorted array that contains it, by bisection. */
export function firstOf(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? NaN) < value) low = middle + 1
    else high = middle
  }
  return low
}
