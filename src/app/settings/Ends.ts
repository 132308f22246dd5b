/** The low and high end of a color domain or of an axis. */
export type Ends = readonly [low: number, high: number]

/** Index of an end in `Ends`: 0 for the low one, 1 for the high one. */
export type EndIndex = 0 | 1

/** Returns true if a domain may have these ends: low < high, with a finite difference. */
export function isUsable([low, high]: Ends): boolean {
  return low < high && Number.isFinite(high - low)
}

/** Returns a power of ten by which ends are moved over a range: between 1/1000 and 1/100 of its length. */
export function unitOf([low, high]: Ends): number {
  const power = Math.floor(Math.log10(high - low)) - 2
  return Number.isFinite(power) ? Number(`1e${power}`) : 1
}

/**
 * Returns the ends with one of them moved to `value`, rounded to a multiple of the range's unit. It stays at least one
 * unit away from the other end.
 */
export function withEnd(ends: Ends, endIndex: EndIndex, value: number, range: Ends): Ends {
  const unit = unitOf(range)
  const [low, high] = ends
  const limited = endIndex === 0 ? Math.min(value, high - unit) : Math.max(value, low + unit)
  // Twelve digits drop the error of the multiplication.
  const rounded = Number((Math.round(limited / unit) * unit).toPrecision(12))
  return endIndex === 0 ? [rounded, high] : [low, rounded]
}
