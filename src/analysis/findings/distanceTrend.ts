import { kendallTau } from '../kendallTau'
import { type Sliced } from '../Sliced'
import { meanOf } from '../sumOf'
import { type DistanceFinding, type DistancePart } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { areEqual } from './tokenMeans'
import { thinned, walkTest } from './walkTest'

const LEAST_TOKENS = 4
/** Largest number of tokens that are tested; of more, evenly spaced ones are. */
const MOST_TESTED = 512
/** The part of the tokens that is near, and that is far. */
const END = 1 / 8
const DRAWS = 1999

/**
 * Returns how similarity depends on distance: Kendall's τ-b between the means of the tokens over the layers and their
 * distances from the query, and its p-value against a walk without drift, since neighbouring tokens are not independent.
 * Returns an empty list for fewer than 4 tokens, or if all means are equal.
 */
export function* distanceTrend({
  means: all,
}: SummarizedInput): Sliced<readonly DistanceFinding[]> {
  const { tokens, means, tolerance } = all
  const tokenCount = tokens.length
  if (tokenCount < LEAST_TOKENS || areEqual(all)) return []
  // Nearest first: later tokens are nearer.
  const tested = thinned(means.toReversed(), MOST_TESTED)
  yield
  const { p } = yield* walkTest(tested, tolerance, DRAWS)
  const partOf = (start: number, end: number): DistancePart => {
    const mean = meanOf(means.subarray(start, end))
    return { nearToken: tokens[end - 1] ?? 0, farToken: tokens[start] ?? 0, mean }
  }
  const size = Math.max(1, Math.round(tokenCount * END))
  return [
    {
      kind: 'distance',
      areas: [],
      tau: kendallTau(tested),
      p,
      tokenCount,
      testedCount: tested.length,
      nearest: partOf(tokenCount - size, tokenCount),
      farthest: partOf(0, size),
    },
  ]
}
