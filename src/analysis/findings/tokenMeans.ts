import { type Tensor } from '../../tensor/Tensor'
import { type Sliced } from '../Sliced'
import { tied, tieTolerance } from '../tied'
import { type TokenSummaries } from '../TokenSummaries'

/** Indices of the tokens that have a finite value, ascending, and the means of these values over the layers. */
export interface TokenMeans {
  readonly tokens: Uint32Array
  readonly means: Float64Array
  /** The difference up to which means are equal. */
  readonly tolerance: number
}

const NO_MEANS: TokenMeans = {
  tokens: new Uint32Array(),
  means: new Float64Array(),
  tolerance: 0,
}

/**
 * Returns the means of a query's tokens, each over its finite values. Means that the rounding of the values parts are
 * equal, as all are that a transform makes 0, and those of values that differ by `cellTolerance`. Returns none if a sum
 * is too large for a number.
 */
export function* tokenMeans(
  { values }: Pick<Tensor, 'values'>,
  { count, sum, error, min, max }: TokenSummaries,
  cellTolerance: number,
): Sliced<TokenMeans> {
  const tokens = new Uint32Array(count.length)
  const means = new Float64Array(count.length)
  let length = 0
  let magnitude = 0
  for (let token = 0; token < count.length; token++) {
    const divisor = count[token] ?? 0
    if (divisor === 0) continue
    const total = sum[token] ?? NaN
    if (!Number.isFinite(total)) return NO_MEANS
    tokens[length] = token
    means[length++] = (total + (error[token] ?? 0)) / divisor
    magnitude = Math.max(magnitude, max[token] ?? 0, -(min[token] ?? 0))
  }
  yield
  const tolerance = Math.max(cellTolerance, tieTolerance(values, magnitude))
  return {
    tokens: tokens.subarray(0, length),
    means: tied(means.subarray(0, length), tolerance),
    tolerance,
  }
}

/** Returns true if all means are equal, so that none is higher than another. */
export function areEqual({ means }: TokenMeans): boolean {
  return means.every((mean) => mean === means[0])
}
