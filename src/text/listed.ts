import { grouped } from './counted'

/** Returns the parts as a list in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Largest number of parts that a sentence names; the rest are counted. */
export const MOST_NAMED = 5

/**
 * Returns the parts as a list, `a, b and c`; beyond `MOST_NAMED`, the rest are counted: `and 5 more`. `count` is the
 * number of all parts, default the number of those given.
 */
export function listedSome(parts: readonly string[], count = parts.length): string {
  const named = parts.slice(0, MOST_NAMED)
  const moreCount = count - named.length
  return listed(moreCount > 0 ? [...named, `${grouped(moreCount)} more`] : named)
}

/** Largest number of sentences that say the same kind of thing; the rest are counted. */
const MOST_SENTENCES = 5

/**
 * Returns the sentences about the items, at most five: beyond that, the last one is `… and 99,995 more`. Sentences that
 * are not shown are not made.
 */
export function firstSentences<Item>(
  items: readonly Item[],
  sentenceOf: (item: Item) => string,
): readonly string[] {
  const sentences = items.slice(0, MOST_SENTENCES).map(sentenceOf)
  const moreCount = items.length - sentences.length
  return moreCount > 0 ? [...sentences, `… and ${grouped(moreCount)} more`] : sentences
}
