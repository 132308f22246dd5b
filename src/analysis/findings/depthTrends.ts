import { layerCountOf, valueAt } from '../../tensor/Tensor'
import { falseDiscovery } from './falseDiscovery'
import { type CellValue, type TrendFinding, type TrendsFinding } from './Finding'
import { type FindingParameters, type SummarizedInput } from './FindingInput'
import { kendall } from '../kendall'
import { type Sliced } from '../Sliced'
import { nthLeast } from './nthLeast'
import { theilSen } from './theilSen'
import { turnOf } from './trendOf'

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
    ...named.map((trend) => {
      const { layers, values } = columnOf(input, trend.tokenIndex)
      return Object.assign(trend, { slope: theilSen(layers, values) })
    }),
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

interface Column {
  readonly layers: Float64Array
  readonly values: Float64Array
}

/** Returns the finite values of a token, and their layers. */
function columnOf({ tensor, queryIndex }: SummarizedInput, tokenIndex: number): Column {
  const layers: number[] = []
  const values: number[] = []
  for (let layer = 0; layer < layerCountOf(tensor, queryIndex); layer++) {
    const value = valueAt(tensor, queryIndex, layer, tokenIndex) ?? NaN
    if (value - value !== 0) continue
    layers.push(layer)
    values.push(value)
  }
  return { layers: Float64Array.from(layers), values: Float64Array.from(values) }
}

type Trend = Omit<TrendFinding, 'correctedP' | 'slope'>

function trendOf(input: SummarizedInput, tokenIndex: number): Trend {
  const { layers, values } = columnOf(input, tokenIndex)
  const cellOf = (index: number): CellValue => {
    return { layerIndex: layers[index] ?? NaN, tokenIndex, value: values[index] ?? NaN }
  }
  const turn = turnOf(values)
  const { tau, p } = kendall(values)
  const ends = { tokenIndex, first: cellOf(0), last: cellOf(values.length - 1), tau }
  const trend = { kind: 'trend', areas: [{ tokenIndex }], ...ends } as const
  return turn === undefined ? { ...trend, p } : { ...trend, p: turn.p, turn: cellOf(turn.index) }
}

/** Returns the change between the ends of a trend, or the smaller of the two changes between an end and its turn. */
function changeOf({ first, last, turn }: Trend): number {
  if (turn === undefined) return Math.abs(last.value - first.value)
  return Math.min(Math.abs(turn.value - first.value), Math.abs(turn.value - last.value))
}
