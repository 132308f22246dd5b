/** Number of digits that distinguish any two float32 values: ceil(1 + 24 log10 2). */
const FLOAT32_DIGITS = 9

/**
 * Returns the shortest decimal that reads back to the same number at its own width: float32 0.1 is `0.1`. The minus is
 * ASCII, also before zero. The other values are `NaN`, `Infinity` and `-Infinity`.
 */
export function exactText(value: number, isFloat32 = false): string {
  if (Object.is(value, -0)) return '-0'
  return String(isFloat32 && Number.isFinite(value) ? shortestFloat32(value) : value)
}

/** Returns the double with the fewest digits that rounds to the given float32. */
function shortestFloat32(value: number): number {
  // Most values need 7 to 9 digits, so the search starts there and goes down.
  let shortest = value
  for (let digits = 7; digits <= FLOAT32_DIGITS; digits++) {
    const candidate = withDigits(value, digits)
    if (candidate === undefined) continue
    shortest = candidate
    if (digits > 7) return shortest
    break
  }
  for (let digits = 6; digits >= 1; digits--) {
    const candidate = withDigits(value, digits)
    if (candidate === undefined) break
    shortest = candidate
  }
  return shortest
}

/** Returns a decimal with the given number of digits that reads back to the value, or undefined if there is none. */
function withDigits(value: number, digits: number): number | undefined {
  const nearest = Number(value.toPrecision(digits))
  if (Math.fround(nearest) === value) return nearest
  return isPowerOfTwo(value) ? nextOutwards(value, digits) : undefined
}

/**
 * Returns the next decimal away from zero, or undefined if it does not read back to the value. Below a power of two the
 * next float is half as far away as above it. So a decimal above the value may read back to it even if the nearest
 * decimal does not.
 */
function nextOutwards(value: number, digits: number): number | undefined {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e')
  const whole = Number(mantissa.replace('.', '')) + Math.sign(value)
  const next = Number(`${whole}e${Number(exponent) - (digits - 1)}`)
  return Math.fround(next) === value ? next : undefined
}

function isPowerOfTwo(value: number): boolean {
  return value !== 0 && Number.isInteger(Math.log2(Math.abs(value)))
}
