import { isSpecialToken } from '../../tensor/isSpecialToken'
import { tokenText } from '../../tensor/Tensor'
import { meanOf } from '../medianOf'
import { type Sliced } from '../Sliced'
import { type GroupFinding } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { tokenMeans, type TokenMeans } from './TokenSummaries'

/** Largest number of texts that occur at several positions, the most frequent first. */
const MOST_REPEATED = 3
const MOST_AREAS = 400
/** Number of texts read between two pauses. */
const TEXTS = 1 << 12

/** Punctuation and symbols, optionally after a tokenizer's sign for a space or a newline. */
const PUNCTUATION = /^[\sĠĊ]?[\p{P}\p{S}]+$/u

/**
 * Returns special tokens, punctuation, and equal texts at several positions, each compared with all other tokens: the
 * means of the tokens' means, and the difference that random groups of the same size have. A difference does not prove
 * a cause. Returns an empty list if a token has no text.
 */
export function* tokenGroups(input: SummarizedInput): Sliced<readonly GroupFinding[]> {
  const all = tokenMeans(input.summary.tokens)
  const special: number[] = []
  const punctuation: number[] = []
  const byText = new Map<string, number[]>()
  for (const [place, token] of all.tokens.entries()) {
    if (place % TEXTS === 0) yield
    const text = tokenText(input.tensor, input.queryIndex, token)
    if (text === undefined) return []
    const equal = byText.get(text)
    if (equal === undefined) byText.set(text, [place])
    else equal.push(place)
    if (isSpecialToken(input.tensor, text)) special.push(place)
    else if (PUNCTUATION.test(text)) punctuation.push(place)
  }
  const repeated = [...byText.values()]
    .filter(({ length }) => length > 1)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_REPEATED)
  const isRepeated = (places: readonly number[]): boolean =>
    repeated.some((other) => other.length === places.length && other[0] === places[0])
  const groups = [
    ['special', special] as const,
    ['punctuation', punctuation] as const,
    ...repeated.map((places) => ['repeated', places] as const),
  ]
  const found: GroupFinding[] = []
  for (const [group, places] of groups) {
    // A group that is also a repeated text is named once, by its text.
    if (group !== 'repeated' && isRepeated(places)) continue
    if (places.length > 0 && places.length < all.tokens.length)
      found.push(groupOf(group, places, all))
    yield
  }
  return found
}

function groupOf(
  group: GroupFinding['group'],
  places: readonly number[],
  { tokens, means }: TokenMeans,
): GroupFinding {
  const mean = meanOf(Float64Array.from(places, (place) => means[place] ?? NaN))
  const total = meanOf(means) * means.length
  return {
    kind: 'group',
    areas: places.slice(0, MOST_AREAS).map((place) => ({ tokenIndex: tokens[place] ?? NaN })),
    group,
    tokens: places.map((place) => tokens[place] ?? NaN),
    mean,
    restMean: (total - mean * places.length) / (means.length - places.length),
    ...randomDifferences(means, places.length),
  }
}

/** Largest number of values drawn in all; if the groups are large, fewer of them are drawn. */
const MOST_DRAWN = 1 << 21
const MOST_GROUPS = 10_000
const LEAST_GROUPS = 200
const SEED = 20_260_101

/** The interval that contains 95 % of the differences between the mean of a random group and that of the rest. */
interface RandomDifferences {
  readonly low: number
  readonly high: number
  readonly drawCount: number
}

/** Draws random groups of `size` values without replacement, the same ones each time; 0 < size < values.length. */
export function randomDifferences(values: Float64Array, size: number): RandomDifferences {
  const random = seeded(SEED)
  const rest = values.length - size
  const total = meanOf(values) * values.length
  const drawCount = Math.max(LEAST_GROUPS, Math.min(MOST_GROUPS, Math.floor(MOST_DRAWN / size)))
  const pool = values.slice()
  const differences = Float64Array.from({ length: drawCount }, () => {
    let sum = 0
    // The first places of a shuffle (Fisher and Yates), starting from the order that the last draw left.
    for (let k = 0; k < size; k++) {
      const other = k + Math.floor(random() * (values.length - k))
      const drawn = pool[other] ?? NaN
      pool[other] = pool[k] ?? NaN
      pool[k] = drawn
      sum += drawn
    }
    return sum / size - (total - sum) / rest
  }).toSorted()
  const outside = Math.floor(drawCount * 0.025)
  return {
    low: differences[outside] ?? NaN,
    high: differences[drawCount - 1 - outside] ?? NaN,
    drawCount,
  }
}

/**
 * Returns a generator of numbers from 0 (inclusive) to 1 (exclusive) that depend on the seed only: mulberry32
 * (Ettinger, 2017).
 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
