import { kendallTau } from '../kendallTau'
import { type Sliced } from '../Sliced'
import { meanOf } from '../sumOf'
import { type DistanceFinding } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { areEqual } from './tokenMeans'
import { thinned, walkTest } from './walkTest'

const LEAST_TOKENS = 4
/** Largest number of tokens that are tested; of more, evenly spaced ones are. */
const MOST_TESTED = 512
/** Largest number of equal parts of the tokens in the curve. */
const PARTS = 8
const DRAWS = 1999

/**
 * Returns how similarity depends on distance: Kendall's τ-b between the means of the tokens over the layers and their
 * distances from the query, and its p-value against a walk without drift, since neighbouring tokens are not independent.
 * Returns an empty list for fewer than 4 tokens, or if all means are equal.
 */
export function* distanceTrend({
  means: all,
}: SummarizedInput): Sliced<readonly DistanceFinding[]> {
  const { tokens, means } = all
  const tokenCount = tokens.length
  if (tokenCount < LEAST_TOKENS || areEqual(all)) return []
  // Nearest first: later tokens are nearer.
  const tested = thinned(means.toReversed(), MOST_TESTED)
  yield
  const { p } = yield* walkTest(tested, 0, DRAWS)
  const partCount = Math.min(PARTS, tokenCount)
  const curve = Array.from({ length: partCount }, (_, part) => {
    const end = tokenCount - Math.round((part * tokenCount) / partCount)
    const start = tokenCount - Math.round(((part + 1) * tokenCount) / partCount)
    const mean = meanOf(means.subarray(start, end))
    return { nearToken: tokens[end - 1] ?? 0, farToken: tokens[start] ?? 0, mean }
  })
  const tau = kendallTau(tested)
  return [{ kind: 'distance', areas: [], tau, p, tokenCount, testedCount: tested.length, curve }]
}
