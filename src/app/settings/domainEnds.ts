/** The two ends of a color domain, or of an axis. */
export type Ends = readonly [low: number, high: number]

export type Side = 0 | 1

/** Whether a domain may have these ends. */
export function isUsable([low, high]: Ends): boolean {
  return low < high && Number.isFinite(high - low)
}

/** A round step in which ends are moved over a range: some 100 to 1,000 of them. */
export function unitOf([low, high]: Ends): number {
  const power = Math.floor(Math.log10(high - low)) - 2
  return Number.isFinite(power) ? Number(`1e${power}`) : 1
}

/** The ends with one of them moved: a multiple of the range's unit, never past the other. */
export function withEnd(ends: Ends, side: Side, value: number, range: Ends): Ends {
  const unit = unitOf(range)
  const [low, high] = ends
  const limited = side === 0 ? Math.min(value, high - unit) : Math.max(value, low + unit)
  // Twelve digits drop what the multiplication added.
  const rounded = Number((Math.round(limited / unit) * unit).toPrecision(12))
  return side === 0 ? [rounded, high] : [low, rounded]
}
