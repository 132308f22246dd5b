import { ranksOf } from './ranksOf'
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
