import { type TokenLists } from '../../tensor/Tensor'

/** What a query's past follows from. Counts in tokens. */
export interface PastInput {
  readonly tokens: TokenLists
  readonly queryIndex: number
  /** Where the file gives it. */
  readonly position: number | undefined
  readonly firstIndex: number
  readonly longestRow: number
}

/** T, the number of past tokens of a query: the rules of the format, in one place. */
export function pastOf(input: PastInput): number {
  const { tokens, queryIndex, position, firstIndex, longestRow } = input
  const before = position === undefined ? undefined : Math.max(position - firstIndex, 0)
  if (tokens.kind === 'own') return tokens.texts[queryIndex]?.length ?? 0
  if (tokens.kind === 'shared') return Math.min(before ?? longestRow, tokens.texts.length)
  return Math.max(before ?? 0, longestRow)
}
