/**
 * Returns Kendall's τ-b of a sequence of finite values with its order (M. G. Kendall, “Rank Correlation Methods”, 4th
 * ed., 1970), in O(n log n) after Knight (1966): from −1 (falls all the way) to 1 (rises all the way); 0 for fewer than
 * two values, or if all are equal.
 */
export function kendallTau(values: Float64Array): number {
  const n = values.length
  const pairCount = (n * (n - 1)) / 2
  const { fallCount, sorted } = sortCounting(values)
  let tiedPairs = 0
  for (let start = 0; start < n;) {
    let end = start + 1
    while (end < n && sorted[end] === sorted[start]) end++
    tiedPairs += ((end - start) * (end - start - 1)) / 2
    start = end
  }
  const untied = pairCount - tiedPairs
  return untied === 0 ? 0 : (untied - 2 * fallCount) / Math.sqrt(pairCount * untied)
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
