import { quickselect } from 'd3-array'

/** Returns the n-th least of the values, counted from 1, in linear time; Infinity if there are fewer. */
export function nthLeast(values: Float64Array, n: number): number {
  return n > values.length ? Infinity : (quickselect(values.slice(), n - 1)[n - 1] ?? Infinity)
}
