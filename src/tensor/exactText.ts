/** Digits that tell any two float32 apart (ceil(1 + 24 log10 2)). */
const FLOAT32_DIGITS = 9

/**
 * The shortest decimal that reads back to the same number of its own width: float32 0.1 is `0.1`. With an
 * ASCII minus, also before zero; `NaN`, `Infinity` and `-Infinity` by these names.
 */
export function exactText(value: number, isFloat32 = false): string {
  if (Object.is(value, -0)) return '-0'
  return String(isFloat32 && Number.isFinite(value) ? shortestFloat32(value) : value)
}

/** The double with the fewest digits that rounds to the given float32. */
function shortestFloat32(value: number): number {
  // Most need 7 to 9 digits: from there, downwards as long as it works.
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

/** The nearest decimal of so many digits, if it reads back. */
function withDigits(value: number, digits: number): number | undefined {
  const nearest = Number(value.toPrecision(digits))
  if (Math.fround(nearest) === value) return nearest
  return isPowerOfTwo(value) ? nextOutwards(value, digits) : undefined
}

/**
 * Below a power of two the next float is half as far as above it: a decimal that is not the nearest, but lies
 * above, may read back where the nearest does not.
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
