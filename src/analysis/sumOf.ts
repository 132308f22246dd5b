/**
 * Returns the rounding error of a + b, exactly (Knuth, “The Art of Computer Programming”, vol. 2, §4.2.2), so that a sum
 * can be corrected by the errors of its additions. NaN if the sum overflows.
 */
export function errorOfSum(a: number, b: number): number {
  const sum = a + b
  const added = sum - a
  return a - (sum - added) + (b - added)
}

/** Returns the sum of numbers as if it were computed with twice the digits and rounded once. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0
  let error = 0
  for (const value of values) {
    error += errorOfSum(sum, value)
    sum += value
  }
  // Of a sum that overflows, the errors are not numbers.
  return Number.isFinite(sum) ? sum + error : sum
}

/** Returns the mean of finite numbers, also if their sum overflows; NaN if there are none. */
export function meanOf(values: Float64Array): number {
  const { length } = values
  const sum = sumOf(values)
  return Number.isFinite(sum) ? sum / length : sumOf(values.map((value) => value / length))
}
