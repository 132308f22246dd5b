import { type Sliced } from '../Sliced'
import { spearman } from '../spearman'
import { type QueriesFinding, type StrongestToken } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { querySummary } from './QuerySummary'
import { tokenMeans, type TokenMeans } from './TokenSummaries'

/** Largest number of queries that are compared; of more, those around the shown one. */
const MOST_QUERIES = 12
const LEAST_SHARED = 3

/**
 * Returns the strongest past token of each query, the one with the highest mean over the layers, and the agreement of
 * the queries: Spearman's ρ of the means, for every pair of queries over the tokens that both have. If there are more
 * than 12 queries, only those around the shown one are compared. Returns an empty list if there are fewer than two.
 */
export function* betweenQueries({
  tensor,
  queryIndex,
}: SummarizedInput): Sliced<readonly QueriesFinding[]> {
  if (tensor.queries.length < 2) return []
  const strongest: StrongestToken[] = []
  const profiles: TokenMeans[] = []
  const { length } = tensor.queries
  const start = Math.max(0, Math.min(queryIndex - MOST_QUERIES / 2, length - MOST_QUERIES))
  for (let query = start; query < Math.min(start + MOST_QUERIES, length); query++) {
    const { tokens } = yield* querySummary(tensor, query)
    const profile = tokenMeans(tokens)
    profiles.push(profile)
    const highest = profile.means.reduce((most, mean) => Math.max(most, mean), -Infinity)
    const best = profile.means.indexOf(highest)
    const tokenIndex = profile.tokens[best]
    if (tokenIndex === undefined) continue
    strongest.push({ queryIndex: query, tokenIndex, mean: highest })
  }
  const rhos: number[] = []
  for (const [later, profile] of profiles.entries()) {
    for (const earlier of profiles.slice(0, later)) {
      const rho = yield* agreement(earlier, profile)
      if (!Number.isNaN(rho)) rhos.push(rho)
    }
  }
  const pairCount = rhos.length
  const meanRho = rhos.reduce((sum, rho) => sum + rho, 0) / pairCount
  const range = { minRho: Math.min(...rhos), maxRho: Math.max(...rhos) }
  const areas = strongest
    .filter((token) => token.queryIndex === queryIndex)
    .map(({ tokenIndex }) => ({ tokenIndex }))
  const comparedCount = profiles.length
  return [{ kind: 'queries', areas, strongest, meanRho, ...range, pairCount, comparedCount }]
}

function* agreement(a: TokenMeans, b: TokenMeans): Sliced<number> {
  const [x, y]: [number[], number[]] = [[], []]
  let at = 0
  for (const [place, token] of a.tokens.entries()) {
    while ((b.tokens[at] ?? Infinity) < token) at++
    if (b.tokens[at] !== token) continue
    x.push(a.means[place] ?? NaN)
    y.push(b.means[at] ?? NaN)
  }
  if (x.length < LEAST_SHARED) return NaN
  return yield* spearman(Float64Array.from(x), Float64Array.from(y))
}
