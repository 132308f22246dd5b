/** The exponent of the largest power of ten that a double represents exactly, as do all smaller ones. */
const LAST_POWER = 22

const powers = Float64Array.from({ length: LAST_POWER + 1 }, (_, k) => Number(`1e${k}`))

/** Returns 10^k exactly for whole k from 0 to `LAST_POWER`, and NaN for other k. */
export function powerOfTen(k: number): number {
  return powers[k] ?? NaN
}

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

/** The powers 10^0 … 10^4. */
const fewPowers = Int32Array.of(1, 10, 100, 1000, 10_000)

/**
 * Returns the number of digits at the start of a word of four bytes, 0 to 4. The word is little-endian: its lowest byte
 * comes first.
 */
export function digitCountOf(word: number): number {
  // A digit has the upper half 3, also after adding 6. Only a byte that is not a digit can produce a carry.
  const others =
    ((word & 0xf0f0f0f0) ^ 0x30303030) | (((word + 0x06060606) & 0xf0f0f0f0) ^ 0x30303030)
  return others === 0 ? 4 : (31 - Math.clz32(others & -others)) >> 3
}

/** Returns the number that the first `count` digits of a word make. `count` is 0 to 4. */
export function digitsOf(word: number, count: number): number {
  if (count === 0) return 0
  // Zeros replace the digits that do not exist, before those that do.
  const digits = (word << (32 - count * 8)) & 0x0f0f0f0f
  const pairs = (Math.imul(digits, 10 * 256 + 1) >>> 8) & 0x00ff00ff
  return Math.imul(pairs, 100 * 65536 + 1) >>> 16
}

/** Returns 10^count, for `count` from 0 to 4. */
export function scaleOf(count: number): number {
  return fewPowers[count] ?? 0
}
