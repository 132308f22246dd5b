/**
 * Returns the shortest parts of texts that tell them apart, at the boundaries of words: `…, step0` and `…, step200` give
 * `step0` and `step200`. A number keeps the word beside it unless `isShortest`. Texts without a difference stay as they are.
 */
export function distinctTexts(texts: readonly string[], isShortest = false): readonly string[] {
  const kinds = [...new Set(texts)]
  if (kinds.length < 2) return texts
  const cuts = cut(kinds, isShortest)
  if (cuts.includes('') || new Set(cuts).size < kinds.length) return texts
  const short = new Map(kinds.map((text, k) => [text, cuts[k]]))
  return texts.map((text) => short.get(text) ?? text)
}

/** A word, a number with its unit, or another character. */
const PIECE = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:\.\p{N}+)*\p{L}*|[^\p{L}\p{N}]/gu
const EDGES = /^[\s,;:·•|/_.-]+|[\s,;:·•|/_.-]+$/gu

function cut(texts: readonly string[], isShortest: boolean): readonly string[] {
  const lists = texts.map((text) => text.match(PIECE) ?? [])
  const start = sharedCount(lists)
  const end = sharedCount(lists.map((list) => list.slice(start).toReversed()))
  const [first = []] = lists
  const middles = lists.map((list) => textOf(list.slice(start, list.length - end)))
  const isClear = !middles.some((text) => text === '' || (!isShortest && /^\p{N}/u.test(text)))
  if (isClear) return middles
  const word = first.slice(0, start).findLastIndex((piece) => /\p{L}/u.test(piece))
  if (word >= 0) return lists.map((list) => textOf(list.slice(word, list.length - end)))
  const after = first.slice(first.length - end).findIndex((piece) => /\p{L}/u.test(piece))
  return lists.map((list) => textOf(list.slice(start, list.length - end + after + 1)))
}

/** Returns the number of pieces with which all lists begin. */
function sharedCount(lists: readonly (readonly string[])[]): number {
  const [first = []] = lists
  const count = first.findIndex((piece, k) => lists.some((list) => list[k] !== piece))
  return count < 0 ? first.length : count
}

function textOf(pieces: readonly string[]): string {
  return pieces.join('').replaceAll(EDGES, '')
}
