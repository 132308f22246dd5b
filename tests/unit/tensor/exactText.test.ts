import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactText } from '../../../src/tensor/exactText'

/** The fewest significant digits with which some decimal reads back, tried one after the other. */
function fewestDigits(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e')
    const whole = Number(mantissa.replace('.', ''))
    const candidates = [whole - 1, whole, whole + 1].map((one) =>
      Math.fround(Number(`${one}e${Number(exponent) - digits + 1}`)),
    )
    if (candidates.includes(value)) return digits
  }
  return 9
}

function digitsOf(text: string): number {
  const [mantissa = ''] = text.replace('-', '').split('e')
  const digits = mantissa.replace('.', '').replace(/^0+/, '')
  return (mantissa.includes('.') ? digits : digits.replace(/0+$/, '')).length
}

describe('exactText', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [-Infinity, '-Infinity'],
    [-0.0283, '-0.0283'],
    [5e-324, '5e-324'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('of %d is %s', (value, text) => {
    expect(exactText(value)).toBe(text)
  })

  it.each([
    [0, '0'],
    [-0, '-0'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [0.1, '0.1'],
    [-1 / 3, '-0.33333334'],
    [2 ** -149, '1e-45'],
    [3.4028234663852886e38, '3.4028235e+38'],
    [16777216, '16777216'],
  ])('of the float32 nearest to %d is %s', (value, text) => {
    expect(exactText(Math.fround(value), true)).toBe(text)
  })

  it('of a float32 reads back, and no decimal with fewer digits does', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = exactText(value, true)
        expect(Math.fround(Number(text))).toBe(value)
        expect(digitsOf(text)).toBeLessThanOrEqual(Math.max(1, fewestDigits(value)))
      }),
      { numRuns: 2000 },
    )
  })

  it('of a power of two is the shortest too, where the next float below is nearer', () => {
    for (let exponent = -149; exponent < 128; exponent++) {
      const value = 2 ** exponent
      const text = exactText(value, true)
      expect(Math.fround(Number(text))).toBe(value)
      expect(digitsOf(text)).toBe(fewestDigits(value))
    }
  })
})
