import { cutText } from '../../text/cutText'
import { damaged } from './unreadable'

/** The bytes of a named part of a file, from `start` up to `end` (exclusive). */
export interface BytePlace {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Longest name that a sentence quotes whole, in UTF-16 units. */
const LONGEST = 40

/**
 * Throws TensorError (shape) if two parts of a file have bytes in common. No program writes such a file, and a small one
 * would take any amount of memory.
 */
export function checkDisjoint(places: readonly BytePlace[]): void {
  const ordered = places
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start)
  ordered.forEach(({ name, start }, i) => {
    const before = ordered[i - 1]
    if (before === undefined || before.end <= start) return
    throw damaged(
      `“${cutText(before.name, LONGEST)}” and “${cutText(name, LONGEST)}” in the file share the same bytes.`,
    )
  })
}
