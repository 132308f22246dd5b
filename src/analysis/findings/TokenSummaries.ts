import { type QuerySummary } from './QuerySummary'

/** Indices of the tokens that have a finite value, ascending, and the means of these values over the layers. */
export interface TokenMeans {
  readonly tokens: Uint32Array
  readonly means: Float64Array
}

export function tokenMeans({ tokens: { count, sum } }: QuerySummary): TokenMeans {
  const tokens = new Uint32Array(count.length)
  const means = new Float64Array(count.length)
  let length = 0
  for (let token = 0; token < count.length; token++) {
    const divisor = count[token] ?? 0
    if (divisor === 0) continue
    tokens[length] = token
    means[length++] = (sum[token] ?? NaN) / divisor
  }
  return { tokens: tokens.subarray(0, length), means: means.subarray(0, length) }
}

export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
