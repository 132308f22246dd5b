import { type Alignment } from '../../tensor/Alignment'
import { isSpecialToken } from '../../tensor/isSpecialToken'
import { tokenCountOf, type Tensor } from '../../tensor/Tensor'
import { type Sliced } from '../Sliced'
import { alignTexts } from './alignTexts'
import { commonAxis } from './commonAxis'

/** The token texts of queries that are aligned. */
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
  const columnCount = tensor.queries.reduce(
    (max, _, q) => Math.max(max, tokenCountOf(tensor, q)),
    0,
  )
  const kind = tensor.tokens.kind === 'none' && tensor.queries.length > 1 ? 'position' : 'sequence'
  return { kind, reference: Math.min(reference, tensor.queries.length - 1), columnCount }
}

/**
 * Returns one column axis for all lists. If every list begins the longest one, columns are by index. Otherwise each list
 * is aligned with the reference as `alignTexts` does; if one has too little in common with it, all columns are by
 * position.
 */
export function* alignLists({ lists, special, reference }: AlignInput): Sliced<Alignment> {
  const columnCount = lists.reduce((max, { length }) => Math.max(max, length), 0)
  const longest = lists.find(({ length }) => length === columnCount) ?? []
  if (lists.every((list) => list.every((text, index) => longest[index] === text))) {
    return { kind: 'sequence', reference, columnCount }
  }
  const isSpecial = (text: string): boolean => isSpecialToken({ special }, text)
  const first = lists[reference] ?? []
  const others = []
  for (const [query, texts] of lists.entries()) {
    if (query === reference) continue
    const aligned = alignTexts(first, texts, { isSpecial })
    if (aligned.gaveUp) return { kind: 'position', reference, unlike: query, columnCount }
    others.push({ texts, aligned })
    yield
  }
  const { starts, holders } = commonAxis(first, others)
  const queries = [reference, ...lists.keys()].filter((query, k) => k === 0 || query !== reference)
  return {
    kind: others.some(({ aligned }) => aligned.kind === 'pieces') ? 'pieces' : 'text',
    reference,
    columnCount: holders.length,
    starts: queries.map((_, query) => starts[queries.indexOf(query)] ?? new Int32Array()),
    holders: Uint32Array.from(holders, (holder) => queries[holder] ?? reference),
  }
}
