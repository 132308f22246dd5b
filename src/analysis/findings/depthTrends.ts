import { layerCountOf } from '../../tensor/Tensor'
import { nthLeast } from '../medianOf'
import { type Sliced } from '../Sliced'
import { type TrendFinding, type TrendsFinding } from './Finding'
import { type FindingParameters, type SummarizedInput } from './FindingInput'
import { tieTolerance } from '../tied'
import { tokenColumnOf, trendOf, type TokenColumn } from './trendOf'
import { MOST_EXACT, thinned, walkTest } from './walkTest'

/** Least number of values with a trend. */
const LEAST_VALUES = 4
/** Largest number of layers that are tested; of more, evenly spaced ones are. */
const MOST_LAYERS = 128
/** Largest number of values that are tested, and of pairs that are compared in all drawn walks. */
const MOST_VALUES = 1 << 18
const MOST_PAIRS = 2 ** 31
/** Number of walks that are drawn for every token, and the largest number for those that seem to have a trend. */
const DRAWS = 999
const MOST_DRAWS = 99_999
/** Largest p-value of a token that seems to have a trend, and for which more walks are drawn. */
const SMALL = 0.02

/**
 * Returns the tokens that rise or fall with depth beyond chance: Kendall's S of their finite values, tested against a
 * walk without drift, since a layer's value is not independent of the one below; the p-values are corrected for the
 * number of tested tokens (Benjamini and Hochberg, 1995). Up to `count` tokens that rise, that fall, and that do
 * neither are named, those with the largest change first. If there are too many tokens, those with the longest paths
 * from layer to layer are tested: which they are does not depend on the signs of their steps.
 */
export function* depthTrends(
  input: SummarizedInput,
  { count, level }: FindingParameters,
): Sliced<readonly (TrendsFinding | TrendFinding)[]> {
  const { min, max } = input.statistics
  const { totalCount, tested } = testedTokens(input)
  if (totalCount === 0 || !(max - min > input.tolerance && max - min < Infinity)) return []
  const tie = tieTolerance(input.tensor.values, Math.max(max, -min))
  const tolerance = Math.max(input.tolerance, tie)
  const columns: TokenColumn[] = []
  for (const tokenIndex of tested) {
    columns.push(tokenColumnOf(input, tokenIndex))
    yield
  }
  const tests = yield* testedColumns(columns, tolerance)
  const corrected = falseDiscovery(tests.map(({ p }) => p))
  yield
  const all = tests.map(({ column, score, p }, index): Judged => {
    const correctedP = corrected[index] ?? 1
    const direction = correctedP <= level ? directionOf(column, score, tolerance) : undefined
    return {
      column,
      change: changeOf(column),
      test: { ...(direction && { direction }), p, correctedP },
    }
  })
  yield
  const named = namedOf(all, count)
  const rising = all.filter(({ test }) => test.direction === 'rise')
  const falling = all.filter(({ test }) => test.direction === 'fall')
  const layerCount = layerCountOf(input.tensor, input.queryIndex)
  const counts = {
    risingCount: rising.length,
    fallingCount: falling.length,
    totalCount,
    testedCount: tested.length,
    layerCount,
    testedLayerCount: Math.min(layerCount, MOST_LAYERS),
  }
  return [
    { kind: 'trends', areas: [], ...counts, level },
    ...named.map(({ column, test }) => trendOf(column, test, tolerance)),
  ]
}

/** A column and what its test gave. */
interface Judged {
  readonly column: TokenColumn
  readonly change: number
  readonly test: Pick<TrendFinding, 'direction' | 'p' | 'correctedP'>
}

/** Returns the columns to name, of each direction and of none, those with the largest change first. */
function namedOf(all: readonly Judged[], count: number): readonly Judged[] {
  const largest = (some: readonly Judged[]): readonly Judged[] =>
    some.toSorted((a, b) => b.change - a.change).slice(0, count)
  const isWith = (direction: TrendFinding['direction']) => (one: Judged) =>
    one.test.direction === direction
  const trends = [...largest(all.filter(isWith('fall'))), ...largest(all.filter(isWith('rise')))]
  const others = all.filter(isWith(undefined)).filter(({ change }) => change > 0)
  return [...trends.toSorted((a, b) => b.change - a.change), ...largest(others)]
}

/** Returns the difference between the ends of a column. */
function changeOf({ values }: TokenColumn): number {
  return Math.abs((values.at(-1) ?? 0) - (values[0] ?? 0))
}

/** Returns the direction of a column that is not due to chance; none if its ends say otherwise. */
function directionOf(
  { values }: TokenColumn,
  score: number,
  tolerance: number,
): TrendFinding['direction'] {
  const change = (values.at(-1) ?? 0) - (values[0] ?? 0)
  if (score > 0 && change > tolerance) return 'rise'
  return score < 0 && change < -tolerance ? 'fall' : undefined
}

interface Test {
  readonly column: TokenColumn
  readonly score: number
  readonly p: number
}

/** Tests columns by a few walks, and those that seem to have a trend by as many as there is time for. */
function* testedColumns(
  columns: readonly TokenColumn[],
  tolerance: number,
): Sliced<readonly Test[]> {
  const tests: Test[] = []
  for (const column of columns) {
    tests.push(yield* testOf(column, tolerance, DRAWS))
    yield
  }
  const open = tests.filter(({ column, p }) => column.values.length > MOST_EXACT && p <= SMALL)
  const pairs = open.reduce((sum, { column }) => sum + pairCount(column.values.length), 0)
  const drawCount = Math.min(MOST_DRAWS, Math.floor(MOST_PAIRS / 4 / pairs))
  if (!(drawCount > DRAWS)) return tests
  const again = new Map<TokenColumn, Test>()
  for (const { column } of open) {
    again.set(column, yield* testOf(column, tolerance, drawCount))
  }
  return tests.map((test) => again.get(test.column) ?? test)
}

function* testOf(column: TokenColumn, tolerance: number, drawCount: number): Sliced<Test> {
  const { score, p } = yield* walkTest(thinned(column.values, MOST_LAYERS), tolerance, drawCount)
  return { column, score, p }
}

function pairCount(length: number): number {
  const count = Math.min(length, MOST_LAYERS)
  return (count * (count - 1)) / 2
}

interface Tested {
  /** Number of tokens with enough values. */
  readonly totalCount: number
  /** Indices of the tested tokens, in the order of the sequence. */
  readonly tested: readonly number[]
}

function testedTokens({ tensor, queryIndex, summary }: SummarizedInput): Tested {
  const { count, path } = summary.tokens
  let totalCount = 0
  // Negated, so that the longest path is the least number; Infinity if a token has too few values.
  const order = path.map((length, token) => {
    if ((count[token] ?? 0) < LEAST_VALUES) return Infinity
    totalCount++
    return -length
  })
  const layerCount = layerCountOf(tensor, queryIndex)
  const most = Math.ceil(
    Math.min(MOST_VALUES / layerCount, MOST_PAIRS / (DRAWS * pairCount(layerCount))),
  )
  const bound = Math.min(Number.MAX_VALUE, nthLeast(order, most))
  const tested: number[] = []
  for (let token = 0; token < order.length && tested.length < most; token++) {
    if ((order[token] ?? NaN) <= bound) tested.push(token)
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
