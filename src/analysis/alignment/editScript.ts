import { type ColumnStarts } from '../../tensor/Alignment'

/** Most edits after which a search ends, however long the lists are: they take one to two seconds. */
const MOST_EDITS = 1 << 14

/**
 * Returns the token of `b` that a shortest edit script keeps for each token of `a`, −1 for a removed one; undefined if
 * more than `mostEdits` tokens are removed or added. Tokens are numbers that are equal for equal texts. Myers, “An O(ND)
 * difference algorithm and its variations”, 1986, with the refinement of section 4b that needs linear space.
 */
export function keptTokens(
  a: Int32Array,
  b: Int32Array,
  mostEdits = Infinity,
): Int32Array | undefined {
  const search = new Search(a, b)
  const least = Math.min(mostEdits, MOST_EDITS)
  if (!search.align({ from: 0, to: a.length, start: 0, end: b.length }, least)) return undefined
  const edits = a.length + b.length - 2 * search.keptCount
  return edits <= least ? search.kept : undefined
}

/**
 * Returns the columns of an edit script: kept tokens of both lists share one, and tokens that are added before a kept one
 * follow those that are removed. `countB` is the number of tokens of the second list.
 */
export function columnsOfScript(
  kept: Int32Array,
  countB: number,
): readonly [a: ColumnStarts, b: ColumnStarts] {
  const [startsA, startsB]: [number[], number[]] = [[], []]
  let j = 0
  const addColumn = (i: number): void => {
    startsA.push(i)
    startsB.push(j)
  }
  for (const [i, partner] of kept.entries()) {
    for (; j < partner; j++) addColumn(i)
    addColumn(i)
    if (partner >= 0) j++
  }
  for (; j < countB; j++) addColumn(kept.length)
  addColumn(kept.length)
  return [Int32Array.from(startsA), Int32Array.from(startsB)]
}

/** The tokens of `a` from `from` up to `to` and those of `b` from `start` up to `end`, which are aligned. */
interface Part {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

class Search {
  readonly kept: Int32Array
  keptCount = 0
  private readonly a: Int32Array
  private readonly b: Int32Array

  constructor(a: Int32Array, b: Int32Array) {
    this.a = a
    this.b = b
    this.kept = new Int32Array(a.length).fill(-1)
  }

  /** Aligns a part. Returns false if that takes more edits. */
  align(part: Part, mostEdits: number): boolean {
    const { from, to, start, end } = this.trimmed(part)
    if (from === to || start === end) return to - from + end - start <= mostEdits
    const split = this.middleOf({ from, to, start, end }, mostEdits)
    if (split === undefined) return false
    const [i, j] = split
    this.align({ from, to: i, start, end: j }, Infinity)
    this.align({ from: i, to, start: j, end }, Infinity)
    return true
  }

  /** Keeps the equal tokens at both ends of a part, and returns what is between them. */
  private trimmed({ from, to, start, end }: Part): Part {
    const { a, b } = this
    let [first, other] = [from, start]
    while (first < to && other < end && a[first] === b[other]) this.keep(first++, other++)
    let [last, otherLast] = [to, end]
    while (last > first && otherLast > other && a[last - 1] === b[otherLast - 1]) {
      this.keep(--last, --otherLast)
    }
    return { from: first, to: last, start: other, end: otherLast }
  }

  private keep(i: number, j: number): void {
    this.kept[i] = j
    this.keptCount++
  }

  /** Returns a point in the middle of a shortest path through a part; undefined if the path has more edits. */
  private middleOf(part: Part, mostEdits: number): readonly [i: number, j: number] | undefined {
    const { from, to, start, end } = part
    const forward = new Front(this.a.subarray(from, to), this.b.subarray(start, end))
    const backward = new Front(forward.a.toReversed(), forward.b.toReversed())
    const most = Math.min(Math.ceil(mostEdits / 2), Math.ceil((to - from + end - start) / 2))
    for (let edits = 0; edits <= most; edits++) {
      const met = forward.advance(edits, backward)
      if (met !== undefined) return [from + met[0], start + met[1]]
      const back = backward.advance(edits, forward)
      if (back !== undefined) return [to - back[0], end - back[1]]
    }
    return undefined
  }
}

/** The farthest points that paths from one corner reach, on each diagonal k = x − y. */
class Front {
  readonly a: Int32Array
  readonly b: Int32Array
  /** Greatest x on each diagonal, at index `origin + k`; −1 if no path has reached the diagonal. */
  private readonly reach: Int32Array
  private readonly origin: number

  constructor(a: Int32Array, b: Int32Array) {
    this.a = a
    this.b = b
    this.origin = b.length + 1
    this.reach = new Int32Array(a.length + b.length + 3).fill(-1)
    this.reach[this.origin] = 0
  }

  /**
   * Lengthens all paths to `edits` edits. Returns the point at which a path meets one that comes from the opposite
   * corner, if there is one.
   */
  advance(edits: number, opposite: Front): readonly [x: number, y: number] | undefined {
    const { a, b, reach, origin } = this
    const difference = a.length - b.length
    const low = -inParity(Math.min(edits, b.length), edits)
    const high = inParity(Math.min(edits, a.length), edits)
    for (let k = low; k <= high; k += 2) {
      const x = this.extended(k)
      if (x < 0) continue
      reach[origin + k] = x
      const far = opposite.reach[opposite.origin + difference - k] ?? -1
      if (far >= 0 && x + far >= a.length) return [x, x - k]
    }
    return undefined
  }

  /** Returns the greatest x on a diagonal after one more edit, and after the equal tokens behind it. */
  private extended(k: number): number {
    const { a, b, reach, origin } = this
    const left = reach[origin + k - 1] ?? -1
    const right = reach[origin + k + 1] ?? -1
    let x = reach[origin + k] ?? -1
    if (left >= x && left < a.length) x = left + 1
    if (right > x && right - k <= b.length) x = right
    if (x < 0) return x
    while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
    return x
  }
}

/** Returns a number for each token of both lists, equal for equal texts. */
export function codesOf(
  a: readonly string[],
  b: readonly string[],
): readonly [a: Int32Array, b: Int32Array] {
  const codes = new Map<string, number>()
  const codeOf = (text: string): number => {
    const code = codes.get(text) ?? codes.size
    codes.set(text, code)
    return code
  }
  return [Int32Array.from(a, codeOf), Int32Array.from(b, codeOf)]
}

/** Returns the greatest number up to `most` that is even or odd as `edits` is. */
function inParity(most: number, edits: number): number {
  return most - ((most + edits) % 2)
}
