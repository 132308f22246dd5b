import { quickselect } from 'd3-array'

/** The n-th least of the values, counted from 1; Infinity where there are fewer. In linear time. */
export function nthLeast(values: Float64Array, n: number): number {
  return n > values.length ? Infinity : (quickselect(values.slice(), n - 1)[n - 1] ?? Infinity)
}
