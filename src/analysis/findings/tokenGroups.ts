import { isSpecialToken } from '../../tensor/isSpecialToken'
import { tokenText } from '../../tensor/Tensor'
import { meanOf } from '../sumOf'
import { type Sliced } from '../Sliced'
import { type GroupFinding } from './Finding'
import { type SummarizedInput } from './FindingInput'
import { groupTest } from './groupTest'
import { areEqual, type TokenMeans } from './tokenMeans'

/** Largest number of texts that occur at several positions, the most frequent first. */
const MOST_REPEATED = 3
const MOST_AREAS = 400
/** Number of texts read between two pauses. */
const TEXTS = 1 << 12

/** Punctuation and symbols, optionally after a tokenizer's sign for a space or a newline. */
const PUNCTUATION = /^[\sĠĊ]?[\p{P}\p{S}]+$/u

/** Least number of groups of the same size; a difference from fewer others says nothing. */
export const LEAST_GROUPS = 20

/** A group before it is compared: places among the tokens with a mean. */
interface Group {
  readonly group: GroupFinding['group']
  readonly places: readonly number[]
}

/**
 * Returns special tokens, punctuation, and equal texts at several positions, each compared with all other tokens: the
 * means of the tokens' means, and how likely a walk without drift is to give such a difference. The p-values are
 * corrected for the number of groups that are tested (Bonferroni). A difference does not prove a cause. Returns an empty
 * list if a token has no text, or if all means are equal.
 */
export function* tokenGroups(input: SummarizedInput): Sliced<readonly GroupFinding[]> {
  const all = input.means
  if (areEqual(all)) return []
  const groups = yield* groupsIn(input, all)
  const found: GroupFinding[] = []
  const testCount = groups.filter(({ places }) => isTested(places, all)).length
  for (const group of groups) found.push(yield* comparedGroup(group, all, testCount))
  return found
}

/** One token alone is no group whose mean could be tested, nor is one that all others are compared with. */
function isTested(places: readonly number[], { tokens }: TokenMeans): boolean {
  const isOne = places.length === 1 || places.length === tokens.length - 1
  return !isOne && groupCount(tokens.length, places.length) >= LEAST_GROUPS
}

/** Returns the groups that hold some but not all tokens. */
function* groupsIn(input: SummarizedInput, { tokens }: TokenMeans): Sliced<readonly Group[]> {
  const special: number[] = []
  const punctuation: number[] = []
  const byText = new Map<string, number[]>()
  for (const [place, token] of tokens.entries()) {
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
  // A group that is also a repeated text is named once, by its text.
  const isRepeated = (places: readonly number[]): boolean =>
    repeated.some((other) => other.length === places.length && other[0] === places[0])
  const groups: readonly Group[] = [
    ...(isRepeated(special) ? [] : [{ group: 'special' as const, places: special }]),
    ...(isRepeated(punctuation) ? [] : [{ group: 'punctuation' as const, places: punctuation }]),
    ...repeated.map((places) => ({ group: 'repeated' as const, places })),
  ]
  return groups.filter(({ places }) => places.length > 0 && places.length < tokens.length)
}

function* comparedGroup(
  { group, places }: Group,
  all: TokenMeans,
  testCount: number,
): Sliced<GroupFinding> {
  const { tokens, means, tolerance } = all
  const inside = new Set(places)
  const finding = {
    kind: 'group',
    areas: places.slice(0, MOST_AREAS).map((place) => ({ tokenIndex: tokens[place] ?? NaN })),
    group,
    tokens: places.map((place) => tokens[place] ?? NaN),
    mean: meanOf(means.filter((_, place) => inside.has(place))),
    restMean: meanOf(means.filter((_, place) => !inside.has(place))),
    groupCount: groupCount(means.length, places.length),
    testCount,
  } as const
  yield
  if (!isTested(places, all)) return finding
  const { p } = yield* groupTest(means, places, tolerance)
  return { ...finding, p: Math.min(1, p * testCount) }
}

/** Returns the number of groups of `size` of `count` tokens, or `LEAST_GROUPS` if there are at least so many. */
function groupCount(count: number, size: number): number {
  let product = 1
  for (let k = 1; k <= Math.min(size, count - size); k++) {
    product = (product * (count - k + 1)) / k
    if (product >= LEAST_GROUPS) return LEAST_GROUPS
  }
  return product
}
