/**
 * Whether `candidate` is more extreme than `other`, which means farther from `reference`. If both are equally far, the
 * larger magnitude is more extreme, then the larger value. A NaN reference counts as 0.
 */
export function isMoreExtreme(candidate: number, other: number, reference: number): boolean {
  const center = Number.isNaN(reference) ? 0 : reference
  const byDistance = compare(Math.abs(candidate - center), Math.abs(other - center))
  if (byDistance !== 0) return byDistance > 0
  const byMagnitude = compare(Math.abs(candidate), Math.abs(other))
  return byMagnitude === 0 ? candidate > other : byMagnitude > 0
}

/** Returns the order of two numbers. It also works for infinities, whose difference is NaN. */
function compare(a: number, b: number): number {
  if (a === b) return 0
  return a > b ? 1 : -1
}
