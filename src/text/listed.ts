import { grouped } from './counted'

/** Returns the parts as a list in a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Largest number of parts that a sentence names; the rest are counted. */
export const MOST_NAMED = 12

/**
 * Returns the parts as a list, `a, b and c`; beyond `MOST_NAMED`, the rest are counted: `and 5 more`. `count` is the
 * number of all parts, default the number of those given.
 */
export function listedSome(parts: readonly string[], count = parts.length): string {
  const named = parts.slice(0, MOST_NAMED)
  const moreCount = count - named.length
  return listed(moreCount > 0 ? [...named, `${grouped(moreCount)} more`] : named)
}
