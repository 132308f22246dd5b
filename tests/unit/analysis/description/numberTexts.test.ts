import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactTexts, numberTexts } from '../../../../src/analysis/description/numberTexts'

function written(...values: readonly number[]): readonly string[] {
  return values.map(numberTexts(values))
}

/** The number that a text says. */
function numberOf(text: string): number {
  return Number(text.replaceAll('−', '-'))
}

/** The unit of the last digit of a text. */
function unitOf(text: string): number {
  const [mantissa = '', exponent = '0'] = text.replaceAll('−', '-').split('e')
  return 10 ** (Number(exponent) - (mantissa.split('.')[1]?.length ?? 0))
}

describe('numberTexts', () => {
  it('gives four digits to a number by itself, and no zeros behind it', () => {
    expect(written(0.07073123)).toEqual(['0.07073'])
    expect(written(0.5)).toEqual(['0.5'])
    expect(written(-12)).toEqual(['−12'])
    expect(written(0)).toEqual(['0'])
    expect(written(-0)).toEqual(['0'])
    expect(written()).toEqual([])
  })

  it('gives all numbers the same decimals', () => {
    expect(written(0.04, -0.04, 0.031)).toEqual(['0.040', '−0.040', '0.031'])
    expect(written(0.9123456, 0.0123456)).toEqual(['0.9123', '0.0123'])
    expect(written(123456.25, 3)).toEqual(['123456', '3'])
  })

  it('follows the differences where numbers share their first digits', () => {
    expect(written(0.99999684, 0.99999587, 0.999983)).toEqual([
      '0.99999684',
      '0.99999587',
      '0.99998300',
    ])
    expect(written(1_000_005.2301937, 999_999.6034601)).toEqual(['1000005.230', '999999.603'])
  })

  it('adds digits until different numbers differ', () => {
    expect(written(0.5, 0.5000001, -0.5)).toEqual(['0.5000000', '0.5000001', '−0.5000000'])
    expect(written(1, 1 + 2 ** -40)).toEqual(['1.000000000000000', '1.000000000000909'])
  })

  it('writes no number as 0, or as another one to keep apart, that it is not', () => {
    expect(written(0.5, 0.0000012)).toEqual(['0.500000', '0.000001'])
    const ends = [0, 0.99999683]
    expect(ends.map(numberTexts(ends))).toEqual(['0', '1.0000'])
    expect(ends.map(numberTexts(ends, [], { apart: [0, 1, -1] }))).toEqual(['0', '0.999997'])
    expect([0, 1].map(numberTexts([0, 1], [], { apart: [0, 1, -1] }))).toEqual(['0', '1'])
  })

  it('keeps zeros that stand for digits that are not written', () => {
    expect(written(0.9999998)).toEqual(['1.0000'])
    expect(written(0.5, 0.25)).toEqual(['0.50', '0.25'])
    expect(written(0.50001, 1.00001)).toEqual(['0.5000', '1.0000'])
  })

  it('writes a computed number like one from which a rounding error parts it', () => {
    const textOf = numberTexts([0.3], [0.1 + 0.2, 0.25])
    expect([0.3, 0.1 + 0.2, 0.25].map(textOf)).toEqual(['0.30', '0.30', '0.25'])
    expect([3.7e-17, 0.5].map(numberTexts([], [3.7e-17, 0.5]))).toEqual(['0', '0.5'])
    expect(written(0.1 + 0.2, 0.3)).toEqual(['0.30000000000000004', '0.3'])
  })

  it('writes numbers that are rounding errors of far larger ones as 0', () => {
    expect([0.07, 5e-9].map(numberTexts([], [0.07, 5e-9], { rounding: 1e6 }))).toEqual(['0', '0'])
  })

  it('shares one exponent among very large and very small numbers', () => {
    expect(written(1.25e20, 5e19)).toEqual(['1.25e+20', '0.50e+20'])
    expect(written(3e-9, -1.5e-9)).toEqual(['3.0e−9', '−1.5e−9'])
    expect(written(5e-324, 1.7e308, -1.7e308)).toEqual(['5e−324', '1.7e+308', '−1.7e+308'])
  })

  it('tells any numbers apart, and rounds each to the last of its digits', () => {
    const value = fc.oneof(
      fc.double({ min: -1e307, max: 1e307, noNaN: true }),
      fc.integer({ min: -5, max: 5 }).map((whole) => whole / 10),
      fc.double({ min: 0.9999, max: 1.0001, noNaN: true }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 1, maxLength: 8 }), (values) => {
        const texts = written(...values)
        expect(new Set(texts).size).toBe(new Set(values.map((each) => each + 0)).size)
        for (const [k, text] of texts.entries()) {
          const error = Math.abs(numberOf(text) - (values[k] ?? NaN))
          expect(error).toBeLessThanOrEqual(unitOf(text) * 0.5001)
        }
      }),
    )
  })
})

describe('exactTexts', () => {
  it('writes the shortest decimal of the number’s own width', () => {
    expect(exactTexts(false)(0.1 + 0.2)).toBe('0.30000000000000004')
    expect(exactTexts(true)(Math.fround(0.1))).toBe('0.1')
    expect(exactTexts(true)(0.1)).toBe('0.1')
    expect(exactTexts(true)(-1 / 3)).toBe('−0.3333333333333333')
  })
})
