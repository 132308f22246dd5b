import { type Numbers } from '../../tensor/CellValues'

/** A number that stands for masked cells. */
export interface Mask {
  readonly value: number
  /** Number of cells that have it. */
  readonly count: number
  /** The least and the largest of the other finite values. */
  readonly rest: readonly [low: number, high: number]
}

/** Numbers that libraries put into masked cells: the least float16, `masked_fill` values, and numpy.ma's fill value. */
const KNOWN: ReadonlySet<number> = new Set(
  [65504, 1e4, 1e5, 1e6, 1e8, 1e9, 1e10, 1e12, 1e15, 1e20].flatMap((size) => [-size, size]),
)

/** How many times the range of all other values a mask is away from them: a known number, and any other. */
const KNOWN_DISTANCE = 1
const DISTANCE = 100

/**
 * Returns the number that stands for masked cells, or undefined if there is none. It is the least or the largest value,
 * and farther from all others than a hundred times their range; if it is not a number that is used for masks, it occurs
 * more than once. 0 and ±1 are never masks, because the diagonal of cosines is 1.
 */
export function maskOf(values: Numbers): Mask | undefined {
  const { low, high, lowCount, highCount } = endsOf(values)
  if (!(low < high)) return undefined
  const candidates = [
    { value: low, count: lowCount },
    { value: high, count: highCount },
  ]
  for (const { value, count } of candidates.toSorted(
    (one, other) => Math.abs(other.value) - Math.abs(one.value),
  )) {
    if (Math.abs(value) <= 1 || (count < 2 && !KNOWN.has(value))) continue
    const rest = restOf(values, value)
    const gap = value === low ? rest[0] - value : value - rest[1]
    const range = Math.max(
      rest[1] - rest[0],
      Math.abs(rest[0]),
      Math.abs(rest[1]),
      Number.MIN_VALUE,
    )
    if (gap > range * (KNOWN.has(value) ? KNOWN_DISTANCE : DISTANCE)) return { value, count, rest }
  }
  return undefined
}

/** Returns a mask as people write it: `−1e9`, `−65504`. */
export function maskText(value: number): string {
  const short = value.toExponential().replace('e+', 'e')
  const plain = String(value)
  return (short.length < plain.length ? short : plain).replace('-', '−')
}

/** Returns a copy in which a mask is NaN. */
export function withoutMask(values: Numbers, mask: number): Numbers {
  return values.map((value) => (value === mask ? NaN : value))
}

function endsOf(values: Numbers): {
  readonly low: number
  readonly high: number
  readonly lowCount: number
  readonly highCount: number
} {
  let low = Infinity
  let high = -Infinity
  let lowCount = 0
  let highCount = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN
    // Most values are neither.
    if ((value > low && value < high) || !(Math.abs(value) < Infinity)) continue
    if (value < low) {
      low = value
      lowCount = 0
    }
    if (value > high) {
      high = value
      highCount = 0
    }
    if (value === low) lowCount++
    if (value === high) highCount++
  }
  return { low, high, lowCount, highCount }
}

function restOf(values: Numbers, mask: number): readonly [low: number, high: number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value === mask || !(Math.abs(value) < Infinity)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
