import * as fc from 'fast-check'
import { fsum } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { meanOf, sumOf } from '../../../src/analysis/sumOf'

describe('sumOf', () => {
  it('is 0 of nothing, and exact where naive sums lose everything', () => {
    expect(sumOf([])).toBe(0)
    expect(sumOf([1e16, 1, -1e16])).toBe(1)
    expect(sumOf(Array.from({ length: 10 }, () => 0.1))).toBe(1)
  })

  it('does not depend on the order', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 40 })
    fc.assert(
      fc.property(values, (given) => {
        expect(sumOf(given)).toBeCloseTo(sumOf(given.toReversed()), 15)
        expect(sumOf(given)).toBeCloseTo(fsum(given), 15)
      }),
    )
  })

  it('overflows as numbers do', () => {
    expect(sumOf([1e308, 1e308])).toBe(Infinity)
  })
})

describe('meanOf', () => {
  it('is that of numbers whose sum overflows', () => {
    expect(meanOf(Float64Array.of(1e308, 1e308, 1e308))).toBeCloseTo(1e308, -294)
    expect(meanOf(Float64Array.of(1, 2))).toBe(1.5)
    expect(meanOf(new Float64Array())).toBeNaN()
  })
})
