import {
  columnCounts,
  identityStarts,
  type AlignmentKind,
  type ColumnCounts,
  type ColumnStarts,
} from '../../tensor/Alignment'
import { codesOf, columnsOfScript, keptTokens } from './editScript'

/** Two lists of tokens on one column axis. */
export interface Aligned extends ColumnCounts {
  readonly kind: AlignmentKind
  /** The tokens of the lists in each column. */
  readonly a: ColumnStarts
  readonly b: ColumnStarts
  /** Whether the texts have too little in common, so that columns are by position. */
  readonly gaveUp: boolean
}

interface AlignOptions {
  /** Whether a text is that of a special token, which is equal to no part of another text; default none is. */
  readonly isSpecial?: (text: string) => boolean
}

/**
 * Returns two lists of token texts on one column axis. Texts are equal only if they are the same, letter case included.
 * If one list begins the other, columns are by index. If both lists are one text in other pieces, or one is its
 * beginning, a column has the pieces that cover the same characters. Otherwise the columns are those of a shortest edit
 * script, removed tokens before added ones, unless it edits more than a third of the tokens.
 */
export function alignTexts(
  a: readonly string[],
  b: readonly string[],
  { isSpecial = () => false }: AlignOptions = {},
): Aligned {
  if (a.length <= b.length ? begins(a, b) : begins(b, a)) return byIndex(a, b, 'sequence')
  const pieces = piecesOf(a, b, isSpecial)
  if (pieces !== undefined) return counted('pieces', pieces)
  const most = Math.floor((a.length + b.length) / 3)
  const kept = keptTokens(...codesOf(a, b), most)
  if (kept === undefined) return { ...byIndex(a, b, 'position'), gaveUp: true }
  return counted('text', columnsOfScript(kept, b.length))
}

/** Returns lists whose columns are by index. */
function byIndex(
  a: readonly string[],
  b: readonly string[],
  kind: 'sequence' | 'position',
): Aligned {
  const most = Math.max(a.length, b.length)
  return counted(kind, [identityStarts(a.length, most), identityStarts(b.length, most)])
}

function begins(short: readonly string[], long: readonly string[]): boolean {
  return short.every((text, index) => long[index] === text)
}

type Pair<T> = readonly [a: T, b: T]

function counted(kind: AlignmentKind, [a, b]: Pair<ColumnStarts>): Aligned {
  return { kind, a, b, ...columnCounts(a, b), gaveUp: false }
}

/**
 * Returns the columns of two lists that are one text in other pieces: each ends at the next character at which a piece
 * of both lists ends. If one list is longer, its further pieces have a column each. Returns undefined if the texts
 * differ, or if a special token covers a part of another text.
 */
function piecesOf(
  a: readonly string[],
  b: readonly string[],
  isSpecial: (text: string) => boolean,
): Pair<ColumnStarts> | undefined {
  const [startsA, startsB]: Pair<number[]> = [[0], [0]]
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [endA, endB] =
      i < a.length && j < b.length
        ? (groupAt([a, i], [b, j]) ?? [])
        : [Math.min(i + 1, a.length), Math.min(j + 1, b.length)]
    if (endA === undefined || endB === undefined) return undefined
    const isGroup = endA - i + endB - j > 2
    if (isGroup && [...a.slice(i, endA), ...b.slice(j, endB)].some(isSpecial)) return undefined
    i = endA
    j = endB
    startsA.push(i)
    startsB.push(j)
  }
  return [Int32Array.from(startsA), Int32Array.from(startsB)]
}

/** Returns the ends of the shortest runs of pieces from two places on that are the same text, if there are any. */
function groupAt(
  [a, i]: readonly [texts: readonly string[], from: number],
  [b, j]: readonly [texts: readonly string[], from: number],
): Pair<number> | undefined {
  let [endA, endB] = [i + 1, j + 1]
  // The text of each list that is not yet compared.
  let [restA = '', restB = ''] = [a[i], b[j]]
  for (;;) {
    const length = Math.min(restA.length, restB.length)
    if (restA.slice(0, length) !== restB.slice(0, length)) return undefined
    restA = restA.slice(length)
    restB = restB.slice(length)
    if (restA === restB) return [endA, endB]
    const next = restA === '' ? a[endA++] : b[endB++]
    if (next === undefined) return undefined
    if (restA === '') restA = next
    else restB = next
  }
}
