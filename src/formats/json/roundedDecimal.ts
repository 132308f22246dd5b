import { LAST_POWER, powerOfTen } from './powerOfTen'

/** Veltkamp's constant, which splits a double into two halves of 26 bits. */
const SPLITTER = 2 ** 27 + 1

/** Bound of the error in `quotient` from four roundings near 1, twice as large as necessary. */
const TOLERANCE = 2 ** -50

/**
 * Returns the double nearest to (high × 10^lowDigits + low) × 10^exponent, or NaN if this method cannot decide. `high`
 * and `low` are whole numbers below 10^15; `low` has `lowDigits` digits. Up to 2^53, one division or product by an
 * exact power is rounded correctly (Clinger, “How to read floating point numbers accurately”, 1990).
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
 * Returns the double nearest to (whole + fraction) / power, where `fraction` is below 1. The result is a first quotient
 * plus a correction from its remainder and the fraction. The remainder is exact (Dekker, “A floating-point technique
 * for extending the available precision”, 1971). The result is valid if both bounds of the correction round to it
 * (Ziv's test). Otherwise returns NaN, as for a `power` of NaN.
 */
function quotient(whole: number, fraction: number, power: number): number {
  const first = whole / power
  const firstHigh = upperHalf(first)
  const firstLow = first - firstHigh
  const powerHigh = upperHalf(power)
  const powerLow = power - powerHigh
  // Each product is exact, and in this order each difference is exact too.
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
