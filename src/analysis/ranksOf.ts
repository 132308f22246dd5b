/** Returns the ranks of finite values, counted from 1; equal values get the mean of their ranks. */
export function ranksOf(values: Float64Array): Float64Array {
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
function firstOf(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? NaN) < value) low = middle + 1
    else high = middle
  }
  return low
}
