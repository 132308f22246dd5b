import { type DistanceFinding } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { type Sliced } from './Sliced'
import { spearman } from './spearman'
import { meanOf, tokenMeans } from './tokenMeans'
import { twoSidedP } from './twoSidedP'

const LEAST_TOKENS = 4
/** Equal parts of the tokens that the curve has, or as many as there are tokens. */
const PARTS = 8

/**
 * Whether similarity depends on how far back a token is: Spearman's ρ of the tokens' means over the layers with their
 * distance from the query. The p-value is that of ρ √(n − 1) as a normal number, which is cautious for few tokens.
 */
export function* distanceTrend({ summary }: SummarizedInput): Sliced<readonly DistanceFinding[]> {
  const { tokens, means } = tokenMeans(summary)
  const tokenCount = tokens.length
  // The later a token is, the nearer it is.
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
