import { tokensIn, type ColumnStarts } from '../../tensor/Alignment'
import { type Aligned } from './alignTexts'
import { codesOf, columnsOfScript, keptTokens } from './editScript'

/** A list that was aligned with the reference, as `b`. */
interface AlignedList {
  readonly texts: readonly string[]
  readonly aligned: Aligned
}

/** A column axis with some lists on it. */
interface CommonAxis {
  /** The tokens of each list in the columns; the reference is the first list. */
  readonly starts: readonly ColumnStarts[]
  /** The first list that has a column. */
  readonly holders: readonly number[]
  /** The text of each column that the reference lacks. */
  readonly texts: readonly string[]
  /** The column of each group of the reference's tokens, then the number of columns. */
  readonly places: readonly number[]
}

/**
 * Returns one column axis for a list, the reference, and others that were aligned with it. Tokens that the reference
 * lacks share a column if they have the same text and lie between the same of its tokens.
 */
export function commonAxis(
  reference: readonly string[],
  others: readonly AlignedList[],
): Pick<CommonAxis, 'starts' | 'holders'> {
  const groups = groupsOf(
    reference.length,
    others.map(({ aligned }) => aligned),
  )
  const places = Array.from(groups, (_, group) => group)
  const columns = places.slice(1)
  let axis: CommonAxis = {
    starts: [groups],
    holders: columns.map(() => 0),
    texts: columns.map(() => ''),
    places,
  }
  for (const { texts, aligned } of others) axis = withList(axis, texts, spansOf(groups, aligned))
  return axis
}

/** Returns the tokens of the reference in its columns: those that share a column with one token of any list share it. */
function groupsOf(tokenCount: number, others: readonly Aligned[]): ColumnStarts {
  const isInside = new Uint8Array(tokenCount + 1)
  for (const { a } of others) {
    for (let column = 0; column < a.length - 1; column++) {
      isInside.fill(1, (a[column] ?? 0) + 1, Math.max(a[column + 1] ?? 0, (a[column] ?? 0) + 1))
    }
  }
  const starts = Int32Array.from(isInside, (_, token) => token)
  return starts.filter((token) => isInside[token] === 0)
}

/** The tokens of a list in each group of the reference's tokens: from `begins` up to `ends` (exclusive). */
interface Spans {
  readonly begins: Int32Array
  readonly ends: Int32Array
}

function spansOf(groups: ColumnStarts, { a, b }: Aligned): Spans {
  const begins = new Int32Array(groups.length - 1).fill(-1)
  const ends = new Int32Array(groups.length - 1)
  let group = 0
  for (let column = 0; column < a.length - 1; column++) {
    if (tokensIn(a, column) === 0) continue
    while ((groups[group + 1] ?? Infinity) <= (a[column] ?? 0)) group++
    if (begins[group] === -1) begins[group] = b[column] ?? 0
    ends[group] = b[column + 1] ?? 0
  }
  return { begins, ends }
}

/** Returns the axis with one more list, and with columns for its tokens that no list before had. */
function withList(axis: CommonAxis, texts: readonly string[], { begins, ends }: Spans): CommonAxis {
  const holders: number[] = []
  const columnTexts: string[] = []
  const places: number[] = []
  const own: number[] = []
  // For each column, the column that it was, or the one before which it is added.
  const former: number[] = []
  const addFormer = (column: number): void => {
    holders.push(axis.holders[column] ?? 0)
    columnTexts.push(axis.texts[column] ?? '')
  }
  let [from, first] = [0, 0]
  for (const [group, to] of axis.places.entries()) {
    const last = begins[group] ?? texts.length
    const gap = gapColumns(axis.texts.slice(from, to), texts.slice(first, last))
    for (let column = 0; column < gap[0].length - 1; column++) {
      const [x, y] = [from + (gap[0][column] ?? 0), first + (gap[1][column] ?? 0)]
      if (tokensIn(gap[0], column) > 0) addFormer(x)
      else {
        holders.push(axis.starts.length)
        columnTexts.push(texts[y] ?? '')
      }
      former.push(x)
      own.push(y)
    }
    places.push(former.length)
    former.push(to)
    own.push(last)
    if (group < begins.length) addFormer(to)
    from = to + 1
    first = ends[group] ?? 0
  }
  const starts = axis.starts.map((each) => Int32Array.from(former, (column) => each[column] ?? 0))
  return { holders, texts: columnTexts, places, starts: [...starts, Int32Array.from(own)] }
}

/** Most edits between the tokens of two lists that the reference lacks; beyond, none of them share a column. */
const MOST_EDITS = 1 << 11

/** Returns the columns of tokens that lie between the same two of the reference. */
function gapColumns(
  known: readonly string[],
  added: readonly string[],
): readonly [known: ColumnStarts, added: ColumnStarts] {
  const kept = keptTokens(...codesOf(known, added), MOST_EDITS)
  return columnsOfScript(kept ?? new Int32Array(known.length).fill(-1), added.length)
}
