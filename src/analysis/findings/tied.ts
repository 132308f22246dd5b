/**
 * Returns a copy of finite values in which values that are at most `tolerance` above the least of a group are replaced
 * with it, so that sums in another order do not part equal values.
 */
export function tied(values: Float64Array, tolerance: number): Float64Array {
  const sorted = values.toSorted()
  let least = NaN
  const same = sorted.map((value) => (value - least <= tolerance ? least : (least = value)))
  return values.map((value) => same[firstOf(sorted, value)] ?? value)
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
