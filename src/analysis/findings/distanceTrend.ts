import { twoSidedP } from '../kendall'
import { meanOf } from '../medianOf'
import { type Sliced } from '../Sliced'
import { spearman } from '../spearman'
import { type DistanceFinding } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { tokenMeans } from './TokenSummaries'

const LEAST_TOKENS = 4
/** Largest number of equal parts of the tokens in the curve. */
const PARTS = 8

/**
 * Returns how similarity depends on distance: Spearman's ρ between the means of the tokens over the layers and their
 * distances from the query. The p-value is that of ρ √(n − 1) as a standard normal number, which is conservative for
 * few tokens. Returns an empty list for fewer than 4 tokens, or if all means are equal.
 */
export function* distanceTrend({ summary }: SummarizedInput): Sliced<readonly DistanceFinding[]> {
  const { tokens, means } = tokenMeans(summary.tokens)
  const tokenCount = tokens.length
  // Later tokens are nearer, so the correlation with the index has the opposite sign.
  const rho = -(yield* spearman(Float64Array.from(tokens), means))
  if (tokenCount < LEAST_TOKENS || Number.isNaN(rho)) return []
  const partCount = Math.min(PARTS, tokenCount)
  const curve = Array.from({ length: partCount }, (_, part) => {
    const end = tokenCount - Math.round((part * tokenCount) / partCount)
    const start = tokenCount - Math.round(((part + 1) * tokenCount) / partCount)
    const mean = meanOf(means.subarray(start, end))
    return { nearToken: tokens[end - 1] ?? 0, farToken: tokens[start] ?? 0, mean }
  })
  const p = twoSidedP(rho * Math.sqrt(tokenCount - 1))
  return [{ kind: 'distance', areas: [], rho, p, tokenCount, curve }]
}
