/**
 * Returns p-values corrected for their number: among those at most `level`, the expected share of false ones is at most
 * `level` (Benjamini and Hochberg, 1995). `testCount` includes tests that are not in the list, as if their p-values
 * were 1; default the length of the list.
 */
export function falseDiscovery(ps: readonly number[], testCount = ps.length): Float64Array {
  const order = ps.map((_, index) => index).toSorted((a, b) => (ps[a] ?? 1) - (ps[b] ?? 1))
  const corrected = new Float64Array(ps.length)
  let least = 1
  for (let rank = order.length; rank > 0; rank--) {
    const index = order[rank - 1] ?? 0
    least = Math.min(least, ((ps[index] ?? 1) * testCount) / rank)
    corrected[index] = least
  }
  return corrected
}
