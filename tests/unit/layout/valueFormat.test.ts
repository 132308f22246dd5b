import { describe, expect, it } from 'vitest'
import { valueFormat } from '../../../src/layout/valueFormat'

describe('a value in a cell', () => {
  it.each([
    [-0.04, 0.04, 2, 0.02834, '0.028'],
    [-0.04, 0.04, 3, 0.02834, '0.0283'],
    [0, 1, 2, 0.9349, '0.93'],
    [-1, 1, 2, -0.9349, '−0.93'],
    [0.9, 0.99, 2, 0.91234, '0.912'],
    [-3, 3, 2, -1.26, '−1.3'],
    [0, 250, 2, 123.4, '123'],
    [0, 250, 3, 123.4, '123.4'],
    [0, 9_000_000, 2, 1_234_567, '1234567'],
  ])('on %d … %d with %d digits: %d is %s', (...[low, high, digits, value, text]) => {
    expect(valueFormat({ low, high }, digits)(value)).toBe(text)
  })

  it.each([
    [0, 1e-12, 1.234e-13, '1.2e−13'],
    [0, 1e20, 1.234e19, '1.2e+19'],
    [-1.7e308, 1.7e308, -1.5e308, '−1.5e+308'],
    [0, Number.MIN_VALUE, 0, '0.0e+0'],
  ])('on %d … %d has an exponent', (low, high, value, text) => {
    expect(valueFormat({ low, high }, 2)(value)).toBe(text)
  })

  it('has no minus where it is rounded to zero', () => {
    expect(valueFormat({ low: -1, high: 1 }, 2)(-0.001)).toBe('0.00')
    expect(valueFormat({ low: -1, high: 1 }, 2)(-0)).toBe('0.00')
  })

  it('is nothing where it is missing, and has a sign where it is infinite', () => {
    const textOf = valueFormat({ low: -1, high: 1 }, 2)
    expect([NaN, Infinity, -Infinity].map(textOf)).toEqual(['', '∞', '−∞'])
  })
})
