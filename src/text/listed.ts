import { listed } from './rounded'
import { grouped } from './counted'

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
