/** 10^0 … 10^45: the nearest doubles, and what is missing from each; both together are exact. */
export const POWERS_OF_TEN = Float64Array.from({ length: 46 }, (_, k) => Number(`1e${k}`))
const RESTS = POWERS_OF_TEN.map((power, k) => Number(10n ** BigInt(k) - BigInt(power)))

/** Powers of ten up to here have no rest. */
const LAST_EXACT = 22
/** Veltkamp's constant: splits a double into two halves of 26 bits. */
const SPLITTER = 2 ** 27 + 1
/** A generous bound of the relative error of `quotient`, whose true one is near 2^-104. */
const TOLERANCE = 2 ** -100

/**
 * The double nearest to (high × 10^lowDigits + low) × 10^exponent, NaN where this way cannot tell. `high` and `low`
 * are whole numbers below 10^15, `low` of `lowDigits` digits. Up to 2^53, one division or product by an exact power
 * is rounded right (Clinger, “How to read floating point numbers accurately”, 1990).
 */
export function roundedDecimal(
  high: number,
  low: number,
  lowDigits: number,
  exponent: number,
): number {
  const scale = POWERS_OF_TEN[lowDigits] ?? NaN
  const head = high * scale
  const tail = low + restOfProduct(high, scale, head)
  const whole = head + tail
  if (exponent === 0 || whole === 0) return whole
  const k = Math.abs(exponent)
  if (whole <= Number.MAX_SAFE_INTEGER && k <= LAST_EXACT) {
    const power = POWERS_OF_TEN[k] ?? NaN
    return exponent < 0 ? whole / power : whole * power
  }
  if (exponent > 0 || k >= POWERS_OF_TEN.length) return NaN
  return quotient(whole, tail - (whole - head), k)
}

/**
 * The double nearest to (whole + rest) / 10^k: a quotient, and a correction from the exact remainder of it. The result
 * stands if both ends of what the correction may be round to it (Ziv's test); otherwise NaN.
 */
function quotient(whole: number, rest: number, k: number): number {
  const power = POWERS_OF_TEN[k] ?? NaN
  const first = whole / power
  const product = first * power
  const remainder =
    whole - product - restOfProduct(first, power, product) + (rest - first * (RESTS[k] ?? NaN))
  const correction = remainder / power
  const least = first + (correction - first * TOLERANCE)
  const most = first + (correction + first * TOLERANCE)
  return least === most ? least : NaN
}

/** What rounding took from a product (Dekker, “A floating-point technique for extending the precision”, 1971). */
function restOfProduct(a: number, b: number, product: number): number {
  const aHigh = upperHalf(a)
  const aLow = a - aHigh
  const bHigh = upperHalf(b)
  const bLow = b - bHigh
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow
}

function upperHalf(value: number): number {
  const scaled = value * SPLITTER
  return scaled - (scaled - value)
}
