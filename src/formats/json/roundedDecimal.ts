import { LAST_POWER, powerOfTen } from './powerOfTen'

/** Veltkamp's constant: splits a double into two halves of 26 bits. */
const SPLITTER = 2 ** 27 + 1

/** A bound, twice as large as needs be, of what four roundings near 1 can make wrong in `quotient`. */
const TOLERANCE = 2 ** -50

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
  const scale = powerOfTen(lowDigits)
  const whole = high * scale + low
  if (whole <= Number.MAX_SAFE_INTEGER) {
    if (exponent < 0 && exponent >= -LAST_POWER) return whole / powerOfTen(-exponent)
    return exponent === 0 || whole === 0 ? whole : whole * powerOfTen(exponent)
  }
  return quotient(high, low / scale, powerOfTen(-exponent - lowDigits))
}

/**
 * The double nearest to (whole + fraction) / power, with a fraction below 1: a first quotient, and a correction from
 * its remainder and the fraction. The remainder is exact (Dekker, “A floating-point technique for extending the
 * available precision”, 1971). The result stands if both ends of what the correction may be round to it (Ziv's test);
 * otherwise NaN, as where `power` is.
 */
function quotient(whole: number, fraction: number, power: number): number {
  const first = whole / power
  const firstHigh = upperHalf(first)
  const firstLow = first - firstHigh
  const powerHigh = upperHalf(power)
  const powerLow = power - powerHigh
  // Each product is exact, and so is each difference, taken in this order.
  const remainder =
    whole -
    firstHigh * powerHigh -
    firstHigh * powerLow -
    firstLow * powerHigh -
    firstLow * powerLow
  const sum = remainder + fraction
  const least = first + (sum - TOLERANCE) / power
  const most = first + (sum + TOLERANCE) / power
  return least === most ? least : NaN
}

function upperHalf(value: number): number {
  const scaled = value * SPLITTER
  return scaled - (scaled - value)
}
