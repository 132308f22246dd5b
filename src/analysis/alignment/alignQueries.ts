import { columnCounts, tokensIn, type Alignment } from '../../tensor/Alignment'
import { isSpecialToken } from '../../tensor/isSpecialToken'
import { tokenCountOf, type Tensor } from '../../tensor/Tensor'
import { type Sliced } from '../Sliced'
import { alignTexts } from './alignTexts'
import { commonAxis } from './commonAxis'

/** The token texts of queries, which are to be aligned. */
export interface AlignInput extends Pick<Tensor, 'special'> {
  /** By query. */
  readonly lists: readonly (readonly string[])[]
  /** Index of the query to which the others are aligned. */
  readonly reference: number
}

/**
 * Returns the input of `alignLists` for a tensor; undefined if its columns are by index in any case, because its queries
 * share one list of tokens or have none.
 */
export function alignInput(
  { tokens, special, queries }: Tensor,
  reference: number,
): AlignInput | undefined {
  if (tokens.kind !== 'own' || queries.length < 2) return undefined
  return { lists: tokens.texts, special, reference: Math.min(reference, queries.length - 1) }
}

/** Returns one column axis for all queries of a tensor, in the form of `alignLists`. */
export function* alignQueries(tensor: Tensor, reference = 0): Sliced<Alignment> {
  const input = alignInput(tensor, reference)
  if (input !== undefined) return yield* alignLists(input)
  const lengths = tensor.queries.map((_, q) => tokenCountOf(tensor, q))
  const hasNone = tensor.tokens.kind === 'none' && tensor.queries.length > 1
  return byIndex(lengths, reference, hasNone ? { kind: 'position' } : { kind: 'sequence' })
}

/**
 * Returns one column axis for all lists. If every list begins the longest one, columns are by index. Otherwise each list
 * is aligned with the reference as `alignTexts` does; if one has too little in common with it, all columns are by
 * position. Yields the share of the lists that are aligned, 0 … 1.
 */
export function* alignLists({
  lists,
  special,
  reference,
}: AlignInput): Generator<number, Alignment> {
  const lengths = lists.map(({ length }) => length)
  const longest = lists[lengths.indexOf(Math.max(...lengths))] ?? []
  if (lists.every((list) => list.every((text, index) => longest[index] === text))) {
    return byIndex(lengths, reference, { kind: 'sequence' })
  }
  const isSpecial = (text: string): boolean => isSpecialToken({ special }, text)
  const first = lists[reference] ?? []
  const others = []
  for (const [query, texts] of lists.entries()) {
    if (query === reference) continue
    const aligned = alignTexts(first, texts, { isSpecial })
    if (aligned.gaveUp) return byIndex(lengths, reference, { kind: 'position', unlike: query })
    others.push({ texts, aligned })
    yield query / lists.length
  }
  const { starts, holders } = commonAxis(first, others)
  const queries = [reference, ...lists.keys()].filter((query, k) => k === 0 || query !== reference)
  const byQuery = lists.map((_, query) => starts[queries.indexOf(query)] ?? new Int32Array())
  return {
    kind: others.some(({ aligned }) => aligned.kind === 'pieces') ? 'pieces' : 'text',
    reference,
    columnCount: holders.length,
    sharedCount: holders.filter((_, column) => starts.every((each) => tokensIn(each, column) > 0))
      .length,
    counts: byQuery.map((each) => columnCounts(byQuery[reference] ?? each, each)),
    starts: byQuery,
    holders: Uint32Array.from(holders, (holder) => queries[holder] ?? reference),
  }
}

/** Returns the axis whose column c is token c of every query. `lengths` are the queries' numbers of tokens. */
function byIndex(
  lengths: readonly number[],
  reference: number,
  kind: Pick<Alignment, 'kind' | 'unlike'>,
): Alignment {
  const columnCount = Math.max(0, ...lengths)
  return {
    ...kind,
    reference: Math.min(reference, lengths.length - 1),
    columnCount,
    sharedCount: Math.min(...lengths),
    ...(kind.kind === 'sequence' && { longest: lengths.indexOf(columnCount) }),
  }
}
