import { type Matched } from '../../tensor/Tensor'
import { grouped } from '../../text/counted'

const WAYS: Readonly<Record<Matched, string>> = {
  sequence: 'in one sequence',
  pieces: 'by the characters that their pieces cover',
  text: 'by text',
  position: 'by position',
  distance: 'by distance',
}

/** Returns how columns were matched, `matched by text: 14 shared, 1 only in A, 2 only in B`. */
export function matchedText({
  matched,
  shared,
  onlyInA,
  onlyInB,
}: {
  readonly matched: Matched
  readonly shared: number
  readonly onlyInA: number
  readonly onlyInB: number
}): string {
  const parts = [
    `${grouped(shared)} shared`,
    ...(onlyInA === 0 ? [] : [`${grouped(onlyInA)} only in A`]),
    ...(onlyInB === 0 ? [] : [`${grouped(onlyInB)} only in B`]),
  ]
  return `matched ${WAYS[matched]}: ${parts.join(', ')}`
}
