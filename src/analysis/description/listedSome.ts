import { listed } from '../wording'
import { grouped } from '../../text/counted'

/** Parts that a sentence names; of more it says how many. */
export const MOST_NAMED = 12

/** `a, b and c`; of more than twelve the first twelve `and 5 more`. `count` is that of all; default those given. */
export function listedSome(parts: readonly string[], count = parts.length): string {
  const named = parts.slice(0, MOST_NAMED)
  const moreCount = count - named.length
  return listed(moreCount > 0 ? [...named, `${grouped(moreCount)} more`] : named)
}
