import { quickselect } from 'd3-array'

/**
 * The median in linear time: the middle value, or the mean of the two middle ones; NaN for none.
 * Never −0. Reorders `values`, which must hold no NaN.
 */
export function medianOf(values: Float64Array | Float32Array): number {
  const count = values.length
  if (count === 0) return NaN
  const middle = count >> 1
  quickselect(values, middle)
  const upper = values[middle] ?? NaN
  const median = count % 2 === 1 ? upper : meanOf(greatest(values, middle), upper)
  // Which of two equal zeros lands in the middle is chance; adding 0 makes it the positive one.
  return median + 0
}

/** Greatest of the first `count` values. */
function greatest(values: Float64Array | Float32Array, count: number): number {
  let result = -Infinity
  for (let k = 0; k < count; k++) {
    const value = values[k] ?? -Infinity
    if (value > result) result = value
  }
  return result
}

/** Halving first would lose the last bit of a subnormal, adding first may overflow. */
function meanOf(a: number, b: number): number {
  const sum = a + b
  return Number.isFinite(sum) ? sum / 2 : a / 2 + b / 2
}
