import { tokenText, type Tensor } from '../../tensor/Tensor'
import { type Sliced } from '../Sliced'
import { spearman } from '../spearman'
import { meanOf } from '../sumOf'
import { type QueriesFinding, type StrongestToken } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { querySummary } from './QuerySummary'
import { areEqual, tokenMeans, type TokenMeans } from './tokenMeans'

/** Largest number of queries that are compared; of more, those around the shown one. */
const MOST_QUERIES = 12
/** Least number of shared tokens; fewer agree by chance too often. */
const LEAST_SHARED = 5

/**
 * Returns the strongest past token of each query, the one with the highest mean over the layers, and the agreement of
 * the queries: Spearman's ρ of the means, for every pair of queries over the tokens that both have, which have the same
 * index and the same text. If there are more than 12 queries, only those around the shown one are compared. Returns an
 * empty list if there are fewer than two, or if all means of each are equal.
 */
export function* betweenQueries({
  tensor,
  queryIndex,
  means,
  tolerance,
}: SummarizedInput): Sliced<readonly QueriesFinding[]> {
  if (tensor.queries.length < 2) return []
  const { length } = tensor.queries
  const start = Math.max(0, Math.min(queryIndex - MOST_QUERIES / 2, length - MOST_QUERIES))
  const profiles: Profile[] = []
  for (let query = start; query < Math.min(start + MOST_QUERIES, length); query++) {
    const shown = query === queryIndex ? means : undefined
    profiles.push({ queryIndex: query, ...(shown ?? (yield* meansOf(tensor, query, tolerance))) })
  }
  const strongest = profiles.flatMap(strongestOf)
  const areas = strongest
    .filter((token) => token.queryIndex === queryIndex)
    .map(({ tokenIndex }) => ({ tokenIndex }))
  const agreement = yield* agreementOf(tensor, profiles)
  if (strongest.length === 0) return []
  return [{ kind: 'queries', areas, strongest, ...agreement, comparedCount: profiles.length }]
}

function* meansOf(tensor: Tensor, queryIndex: number, tolerance: number): Sliced<TokenMeans> {
  const { tokens } = yield* querySummary(tensor, queryIndex)
  return yield* tokenMeans(tensor, tokens, tolerance)
}

/** The means of the tokens of one query. */
interface Profile extends TokenMeans {
  readonly queryIndex: number
}

/** Returns the token with the highest mean, or nothing if none is higher than another. */
function strongestOf(profile: Profile): readonly StrongestToken[] {
  const { queryIndex, tokens, means } = profile
  if (means.length > 1 && areEqual(profile)) return []
  const mean = means.reduce((most, other) => Math.max(most, other), -Infinity)
  const tokenIndex = tokens[means.indexOf(mean)]
  if (tokenIndex === undefined) return []
  const tiedCount = means.filter((other) => other === mean).length - 1
  return [{ queryIndex, tokenIndex, mean, tiedCount }]
}

type Agreement = Pick<
  QueriesFinding,
  'meanRho' | 'minRho' | 'maxRho' | 'pairCount' | 'allPairCount' | 'minShared' | 'maxShared'
>

function* agreementOf(tensor: Tensor, profiles: readonly Profile[]): Sliced<Agreement> {
  const rhos: number[] = []
  const counts: number[] = []
  for (const [later, profile] of profiles.entries()) {
    for (const earlier of profiles.slice(0, later)) {
      const { x, y } = yield* sharedMeans(tensor, earlier, profile)
      const rho = x.length < LEAST_SHARED ? NaN : yield* spearman(x, y)
      if (Number.isNaN(rho)) continue
      rhos.push(rho)
      counts.push(x.length)
    }
  }
  return {
    meanRho: meanOf(Float64Array.from(rhos)),
    minRho: Math.min(...rhos),
    maxRho: Math.max(...rhos),
    pairCount: rhos.length,
    allPairCount: (profiles.length * (profiles.length - 1)) / 2,
    minShared: Math.min(...counts),
    maxShared: Math.max(...counts),
  }
}

/** Number of tokens compared between two pauses. */
const RUN = 1 << 13

/** Returns the means of the tokens that two queries share, by index and by text. */
function* sharedMeans(
  tensor: Tensor,
  a: Profile,
  b: Profile,
): Sliced<{ readonly x: Float64Array; readonly y: Float64Array }> {
  const [x, y]: [number[], number[]] = [[], []]
  const isOneSequence = tensor.tokens.kind !== 'own'
  let at = 0
  for (const [place, token] of a.tokens.entries()) {
    if (place % RUN === RUN - 1) yield
    while ((b.tokens[at] ?? Infinity) < token) at++
    if (b.tokens[at] !== token) continue
    const isShared =
      isOneSequence ||
      tokenText(tensor, a.queryIndex, token) === tokenText(tensor, b.queryIndex, token)
    if (!isShared) continue
    x.push(a.means[place] ?? NaN)
    y.push(b.means[at] ?? NaN)
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
}
