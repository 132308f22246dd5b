import { tokensIn, type Alignment, type ColumnStarts } from '../../tensor/Alignment'
import { queryOf, tokenCountOf, tokenText, type Matched } from '../../tensor/Tensor'
import { alignLists, type AlignInput } from '../alignment/alignQueries'
import { type Part } from '../combine/Part'
import { finish } from '../Sliced'

/** The columns of a difference A − B. Arrays are by column, in the order of both sequences. */
export interface ColumnPairs {
  readonly matched: Matched
  /** The token of A, and of B, in each column; −1 if only the other one has the column. */
  readonly a: Int32Array
  readonly b: Int32Array
  /** Number of columns that both have, that only A, and that only B has. */
  readonly shared: number
  readonly onlyInA: number
  readonly onlyInB: number
  /** Number of shared columns whose tokens have different texts. */
  readonly unlike: number
  /** Whether the texts have too little in common, so that columns are by position. */
  readonly gaveUp: boolean
}

/** The axis by which columns are matched. */
export type MatchAxis = 'position' | 'distance' | 'aligned'

/** Returns the texts by which the columns of two queries are matched, or undefined if one has none. */
export function textPair(a: Part, b: Part): AlignInput | undefined {
  const [textsA, textsB] = [textsOf(a), textsOf(b)]
  if (textsA === undefined || textsB === undefined) return undefined
  const special = [...a.tensor.special, ...b.tensor.special]
  return { lists: [textsA, textsB], special, reference: 0 }
}

/**
 * Returns the columns of the difference of two queries, matched by an axis. `aligned` is that of their texts; it is made
 * if it is needed and absent. If a query has no texts, its columns are by position.
 */
export function columnPairs(a: Part, b: Part, axis: MatchAxis, aligned?: Alignment): ColumnPairs {
  if (axis === 'aligned') return byText(a, b, aligned)
  const shift = axis === 'position' ? indexShift(a, b) : distanceShift(a, b)
  return pairsOf(a, b, { matched: axis, ...shifted(a, b, shift) })
}

/** Returns the number of columns by which the first token of B is behind that of A, by their indices. */
function indexShift(a: Part, b: Part): number {
  return b.tensor.firstIndex - a.tensor.firstIndex
}

/** Returns the number of columns by which the first token of B is behind that of A, by their distances. */
function distanceShift(a: Part, b: Part): number {
  return farthestOf(a) - farthestOf(b)
}

/** Returns the distance of the first token of a query. */
function farthestOf({ tensor, queryIndex }: Part): number {
  return queryOf(tensor, queryIndex).position - tensor.firstIndex
}

type Columns = Pick<ColumnPairs, 'a' | 'b'>

/** Returns the columns of two lists of which the second begins `shift` columns after the first, or before it. */
function shifted(a: Part, b: Part, shift: number): Columns {
  const [countA, countB] = [countOf(a), countOf(b)]
  const start = Math.min(0, shift)
  const length = Math.max(countA, countB + shift) - start
  const placesOf = (first: number, count: number): Int32Array =>
    Int32Array.from({ length }, (_, column) => {
      const token = column + start - first
      return token >= 0 && token < count ? token : -1
    })
  return { a: placesOf(0, countA), b: placesOf(shift, countB) }
}

function byText(a: Part, b: Part, given: Alignment | undefined): ColumnPairs {
  const texts = textPair(a, b)
  if (texts === undefined) {
    return pairsOf(a, b, { matched: 'position', ...shifted(a, b, indexShift(a, b)) })
  }
  const { kind, starts, unlike } = given ?? finish(alignLists(texts))
  const [startsA, startsB] = starts ?? []
  const columns = startsA && startsB ? ofStarts(startsA, startsB) : shifted(a, b, 0)
  return { ...pairsOf(a, b, { matched: kind, ...columns }), gaveUp: unlike !== undefined }
}

/** Returns a column for each pair of tokens, and one for each token of a column that has several, which stay unaligned. */
function ofStarts(startsA: ColumnStarts, startsB: ColumnStarts): Columns {
  const [a, b]: [number[], number[]] = [[], []]
  for (let column = 0; column < startsA.length - 1; column++) {
    const [firstA, firstB] = [startsA[column] ?? 0, startsB[column] ?? 0]
    const [countA, countB] = [tokensIn(startsA, column), tokensIn(startsB, column)]
    if (countA === 1 && countB === 1) {
      a.push(firstA)
      b.push(firstB)
      continue
    }
    for (let k = 0; k < countA + countB; k++) {
      a.push(k < countA ? firstA + k : -1)
      b.push(k < countA ? -1 : firstB + k - countA)
    }
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b) }
}

function pairsOf(
  partA: Part,
  partB: Part,
  { matched, a, b }: Columns & { readonly matched: Matched },
): ColumnPairs {
  let [shared, onlyInA, onlyInB, unlike] = [0, 0, 0, 0]
  for (let column = 0; column < a.length; column++) {
    const [tokenA, tokenB] = [a[column] ?? -1, b[column] ?? -1]
    if (tokenA < 0) onlyInB++
    else if (tokenB < 0) onlyInA++
    else {
      shared++
      const [one, other] = [textAt(partA, tokenA), textAt(partB, tokenB)]
      if (one !== undefined && other !== undefined && one !== other) unlike++
    }
  }
  return { matched, a, b, shared, onlyInA, onlyInB, unlike, gaveUp: false }
}

function countOf({ tensor, queryIndex }: Part): number {
  return tokenCountOf(tensor, queryIndex)
}

function textAt({ tensor, queryIndex }: Part, token: number): string | undefined {
  return tokenText(tensor, queryIndex, token)
}

function textsOf(part: Part): readonly string[] | undefined {
  if (part.tensor.tokens.kind === 'none') return undefined
  return Array.from({ length: countOf(part) }, (_, token) => textAt(part, token) ?? '')
}

/** Returns the text of each column: that of both, `A / B` if they differ; undefined if neither has texts. */
export function columnTexts(
  partA: Part,
  partB: Part,
  { a, b }: Columns,
): readonly string[] | undefined {
  const hasTexts = [partA, partB].some(({ tensor: { tokens } }) => tokens.kind !== 'none')
  if (!hasTexts) return undefined
  return Array.from(a, (tokenA, column) => {
    const [one, other] = [textAt(partA, tokenA), textAt(partB, b[column] ?? -1)]
    if (one === undefined || other === undefined || one === other) return one ?? other ?? ''
    return `${one} / ${other}`
  })
}
