import { layerCountOf } from '../../tensor/Tensor'
import { nthLeast } from '../medianOf'
import { type Sliced } from '../Sliced'
import { type TrendFinding, type TrendsFinding } from './Finding'
import { type FindingParameters, type SummarizedInput } from './FindingInput'
import { changeOf, slopeOf, trendOf, type Trend } from './trendOf'

/** Least number of values with a trend; fewer show one by chance too often. */
const LEAST_VALUES = 4
/** Largest number of values that are tested; of longer pasts, only the tokens with the largest ranges are. */
const MOST_VALUES = 1 << 18

/**
 * Returns the tokens that rise or fall with depth: Kendall's τ-b between the finite values of a token and their layers,
 * with p-values corrected for the number of tokens (Benjamini and Hochberg, 1995). A token that turns on the way is
 * counted as neither rise nor fall. Up to `count` tokens of each kind are named, those with the largest change first.
 */
export function* depthTrends(
  input: SummarizedInput,
  { count, level }: FindingParameters,
): Sliced<readonly (TrendsFinding | TrendFinding)[]> {
  const { totalCount, tested } = testedTokens(input)
  if (totalCount === 0) return []
  const all: Trend[] = []
  for (const tokenIndex of tested) {
    all.push(trendOf(input, tokenIndex))
    yield
  }
  const corrected = falseDiscovery(
    all.map(({ p }) => p),
    totalCount,
  )
  const found = all
    .map((trend, index) => Object.assign(trend, { correctedP: corrected[index] ?? 1 }))
    .filter(({ correctedP }) => correctedP <= level)
    .toSorted((a, b) => changeOf(b) - changeOf(a))
  const kinds = [
    found.filter(({ turn, tau }) => turn === undefined && tau < 0),
    found.filter(({ turn, tau }) => turn === undefined && tau > 0),
    found.filter(({ turn }) => turn !== undefined),
  ]
  const [fallingCount = 0, risingCount = 0, turningCount = 0] = kinds.map(({ length }) => length)
  const counts = { totalCount, testedCount: tested.length, fallingCount, risingCount, turningCount }
  const named = kinds
    .flatMap((trends) => trends.slice(0, count))
    .toSorted((a, b) => changeOf(b) - changeOf(a))
  return [
    { kind: 'trends', areas: [], ...counts, level },
    ...named.map((trend) => Object.assign(trend, { slope: slopeOf(input, trend.tokenIndex) })),
  ]
}

interface Tested {
  /** Number of tokens with enough values. */
  readonly totalCount: number
  /** Indices of the tested tokens, in the order of the sequence. */
  readonly tested: readonly number[]
}

function testedTokens({ tensor, queryIndex, summary }: SummarizedInput): Tested {
  const { count, min, max } = summary.tokens
  let totalCount = 0
  // Negated ranges, so that the largest range is the least number; Infinity if a token has too few values.
  const narrow = min.map((least, token) => {
    if ((count[token] ?? 0) < LEAST_VALUES) return Infinity
    totalCount++
    return least - (max[token] ?? NaN)
  })
  const most = Math.ceil(MOST_VALUES / layerCountOf(tensor, queryIndex))
  const bound = Math.min(Number.MAX_VALUE, nthLeast(narrow, most))
  const tested: number[] = []
  for (let token = 0; token < narrow.length && tested.length < most; token++) {
    if ((narrow[token] ?? NaN) <= bound) tested.push(token)
  }
  return { totalCount, tested }
}

/**
 * Returns p-values corrected for their number: of those up to any level, the expected share of false ones is at most that
 * level (Benjamini and Hochberg, 1995). `testCount` includes tests that are not in the list, as if their p-values
 * were 1; default the length of the list.
 */
export function falseDiscovery(ps: readonly number[], testCount = ps.length): Float64Array {
  const order = ps.map((_, index) => index).toSorted((a, b) => (ps[a] ?? 1) - (ps[b] ?? 1))
  const corrected = new Float64Array(ps.length)
  let least = 1
  for (let rank = order.length; rank > 0; rank--) {
    const index = order[rank - 1] ?? 0
    least = Math.min(least, ((ps[index] ?? 1) * testCount) / rank)
    corrected[index] = least
  }
  return corrected
}
