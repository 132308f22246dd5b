import { tokenCountOf, type Tensor } from './Tensor'

/**
 * The way in which columns were matched. `sequence`: by index in one sequence. `pieces`: by the characters that the
 * pieces of one text cover. `text`: by a shortest edit script. `position`: not matched, but by index.
 */
export type AlignmentKind = 'sequence' | 'pieces' | 'text' | 'position'

/**
 * The tokens of a list in the columns of a common axis: column c has the tokens from `starts[c]` up to `starts[c + 1]`
 * (exclusive), so the array has one more entry than there are columns. Tokens follow each other as in the list, and each
 * is in one column. A column without a token is unaligned; one with several shows their mean.
 */
export type ColumnStarts = Int32Array

/** How many columns two lists share, and how many only one of them has. */
export interface ColumnCounts {
  readonly shared: number
  readonly onlyInA: number
  readonly onlyInB: number
}

/** One column axis for all queries of a tensor. */
export interface Alignment {
  readonly kind: AlignmentKind
  /** Index of the query to which the others are aligned. */
  readonly reference: number
  /** Index of the query whose text has too little in common with the reference's; absent if all were aligned. */
  readonly unlike?: number
  readonly columnCount: number
  /** Number of columns that all queries have. */
  readonly sharedCount: number
  /** Index of the query whose tokens are the columns' texts where a query has none; for the kind `sequence` only. */
  readonly longest?: number
  /** The columns that each query shares with the reference, A; present with `starts`. By query. */
  readonly counts?: readonly ColumnCounts[]
  /** By query. Absent if column c is token c in every query, as for the kinds `sequence` and `position`. */
  readonly starts?: readonly ColumnStarts[]
  /** Query from which a column has its text: the reference, or else the first query that has the column. By column. */
  readonly holders?: Uint32Array
}

/** Returns the tokens of a query in the columns of the common axis. */
export function columnStartsOf(
  { starts, columnCount }: Alignment,
  tensor: Tensor,
  queryIndex: number,
): ColumnStarts {
  return starts?.[queryIndex] ?? identityStarts(tokenCountOf(tensor, queryIndex), columnCount)
}

/** Returns columns of one token each, followed by empty ones. */
export function identityStarts(tokenCount: number, columnCount: number): ColumnStarts {
  return Int32Array.from({ length: columnCount + 1 }, (_, column) => Math.min(column, tokenCount))
}

/** Returns the first token of a column; −1 if the column is unaligned. */
export function tokenIn(starts: ColumnStarts, column: number): number {
  return tokensIn(starts, column) === 0 ? -1 : (starts[column] ?? -1)
}

/** Returns the number of tokens in a column; 0 outside the axis. */
export function tokensIn(starts: ColumnStarts, column: number): number {
  return (starts[column + 1] ?? 0) - (starts[column] ?? 0) || 0
}

/** Returns the column of a token, by bisection. */
export function columnOf(starts: ColumnStarts, token: number): number {
  let low = 0
  let high = starts.length - 1
  // The last column that begins at or before the token: columns before it with the same start are empty.
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Infinity) <= token) low = middle
    else high = middle
  }
  return low
}

/** Returns how many columns a query, B, shares with the one to which it is aligned, A. */
export function countsOf(
  { counts, reference }: Alignment,
  { tokenCounts }: Pick<Tensor, 'tokenCounts'>,
  queryIndex: number,
): ColumnCounts {
  const [a = 0, b = 0] = [tokenCounts[reference], tokenCounts[queryIndex]]
  const shared = Math.min(a, b)
  return counts?.[queryIndex] ?? { shared, onlyInA: a - shared, onlyInB: b - shared }
}

/** Returns how many columns two lists share on their common axis. */
export function columnCounts(a: ColumnStarts, b: ColumnStarts): ColumnCounts {
  let [shared, onlyInA, onlyInB] = [0, 0, 0]
  for (let column = 0; column < a.length - 1; column++) {
    const [hasA, hasB] = [tokensIn(a, column) > 0, tokensIn(b, column) > 0]
    if (hasA && hasB) shared++
    else if (hasA) onlyInA++
    else if (hasB) onlyInB++
  }
  return { shared, onlyInA, onlyInB }
}
