import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMoreExtreme } from '../../../src/tensor/Pyramid'

describe('isMoreExtreme', () => {
  it('is false of equal values', () => {
    for (const value of [0, 1, Infinity, -Infinity]) {
      expect(isMoreExtreme(value, value, 0.5)).toBe(false)
    }
  })

  it.each([
    ['the farther', 1, 2, 3],
    ['of equally far the larger magnitude', 5, 1, 3],
    ['of equally far and large the larger', 1, -1, 0],
    ['an infinite', -Infinity, 1e308, -1e308],
    ['of the two infinities the positive', Infinity, -Infinity, -7],
    ['the farther from 0 where there is no reference', -2, 1, NaN],
  ])('prefers %s', (_, preferred, other, reference) => {
    expect(isMoreExtreme(preferred, other, reference)).toBe(true)
    expect(isMoreExtreme(other, preferred, reference)).toBe(false)
  })

  it('prefers exactly one of two values that differ', () => {
    const anyNumber = fc.double({ noNaN: true })
    fc.assert(
      fc.property(
        anyNumber,
        anyNumber,
        fc.double({ noDefaultInfinity: true }),
        (a, b, reference) => {
          fc.pre(a !== b)
          expect(isMoreExtreme(a, b, reference)).not.toBe(isMoreExtreme(b, a, reference))
        },
      ),
    )
  })
})
