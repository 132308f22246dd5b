/** Of some numbers, the one that a share `p` of them does not exceed; undefined of none. Between two, the greater. */
export function quantile(numbers, p) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]
}

/** Undefined of none; of an even count the mean of the two in the middle. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return undefined
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
}
