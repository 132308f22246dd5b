/**
 * Whether `candidate` is more extreme than `other` (design.md §5): farther from `reference`; ties go to the larger
 * magnitude, then to the larger value. A reference that is NaN counts as 0.
 */
export function isMoreExtreme(candidate: number, other: number, reference: number): boolean {
  const center = Number.isNaN(reference) ? 0 : reference
  const byDistance = compare(Math.abs(candidate - center), Math.abs(other - center))
  if (byDistance !== 0) return byDistance > 0
  const byMagnitude = compare(Math.abs(candidate), Math.abs(other))
  return byMagnitude === 0 ? candidate > other : byMagnitude > 0
}

/** Works for infinities, whose difference is NaN. */
function compare(a: number, b: number): number {
  if (a === b) return 0
  return a > b ? 1 : -1
}
