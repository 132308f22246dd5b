import { queryOf, type TokenLists } from '../../tensor/Tensor'
import { type JoinedRows } from './joinedRows'
import { type Part } from './Part'

/**
 * Returns the token lists of joined parts: none if no part has one and the positions give their lengths, one shared list
 * if all parts share it, else one for each part. Tokens without a text have an empty one.
 */
export function joinedTokens(
  parts: readonly Part[],
  rows: Pick<JoinedRows, 'rowOffsets' | 'queryRows' | 'tokenCounts'>,
  firstIndex: number,
): TokenLists {
  const [shared] = parts.map(({ tensor }) => tensor.tokens)
  const isShared = parts.every(({ tensor: { tokens, ...tensor } }) => {
    return tokens === shared && tensor.firstIndex === firstIndex
  })
  if (shared?.kind === 'shared' && isShared) return shared
  const hasNone = parts.every(({ tensor, queryIndex }, k) => {
    const before = queryOf(tensor, queryIndex).position - firstIndex
    const count = rows.tokenCounts[k] ?? 0
    return tensor.tokens.kind === 'none' && count === Math.max(before, longestRow(rows, k), 0)
  })
  if (hasNone) return { kind: 'none' }
  return {
    kind: 'own',
    texts: parts.map((part, k) => textsOf(part, rows.tokenCounts[k] ?? 0, firstIndex)),
  }
}

function longestRow(
  { rowOffsets, queryRows }: Pick<JoinedRows, 'rowOffsets' | 'queryRows'>,
  part: number,
): number {
  let longest = 0
  for (let row = queryRows[part] ?? 0; row < (queryRows[part + 1] ?? 0); row++) {
    longest = Math.max(longest, (rowOffsets[row + 1] ?? 0) - (rowOffsets[row] ?? 0))
  }
  return longest
}

function textsOf(
  { tensor: { tokens, firstIndex: own }, queryIndex }: Part,
  count: number,
  firstIndex: number,
): readonly string[] {
  const texts =
    tokens.kind === 'none'
      ? []
      : tokens.kind === 'shared'
        ? tokens.texts
        : (tokens.texts[queryIndex] ?? [])
  const shift = own - firstIndex
  if (shift === 0 && texts.length === count) return texts
  return Array.from({ length: count }, (_, token) => texts[token - shift] ?? '')
}
