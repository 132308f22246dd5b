import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { falseDiscovery } from '../../../../src/analysis/findings/depthTrends'
import { nthLeast } from '../../../../src/analysis/medianOf'
import { finish } from '../../../../src/analysis/Sliced'
import { spearman } from '../../../../src/analysis/spearman'
import { turnOf, theilSen } from '../../../../src/analysis/findings/trendOf'

/** Spearman’s of two lists. */
function rho(a: readonly number[], b: readonly number[]): number {
  return finish(spearman(numbers(...a), numbers(...b)))
}

const numbers = (...values: readonly number[]): Float64Array => Float64Array.from(values)

describe('theilSen', () => {
  it('has no slope for fewer than two values', () => {
    expect(theilSen(numbers(), numbers())).toBeNaN()
    expect(theilSen(numbers(3), numbers(1))).toBeNaN()
  })

  it('is that of Sen (1968), with places that are not evenly spaced', () => {
    const places = numbers(1, 2, 3, 4, 10, 12, 18)
    expect(theilSen(places, numbers(9, 15, 19, 20, 45, 55, 78))).toBe(4)
  })

  it('is that of SciPy’s own test', () => {
    expect(theilSen(numbers(0, 1, 2), numbers(0, 1, 1))).toBe(0.5)
  })

  it('is 0 for equal values', () => {
    expect(theilSen(numbers(0, 1, 2), numbers(5, 5, 5))).toBe(0)
  })
})

describe('falseDiscovery', () => {
  it('gives what SciPy’s documentation gives for the example of Benjamini and Hochberg', () => {
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ]
    const expected = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486,
      0.58118182, 0.714875, 0.75323077, 0.81321429, 1,
    ]
    const given = falseDiscovery(ps)
    for (const [index, p] of expected.entries()) expect(given[index]).toBeCloseTo(p, 8)
    expect([...falseDiscovery(ps.toReversed())]).toEqual([...given].toReversed())
  })

  it('counts tests that were not made as if they had shown nothing', () => {
    expect([...falseDiscovery([0.01, 0.5], 4)]).toEqual(
      [...falseDiscovery([0.01, 0.5, 1, 1])].slice(0, 2),
    )
    expect([...falseDiscovery([])]).toEqual([])
  })
})

describe('spearman', () => {
  it('is none where a list is constant, or shorter than two', () => {
    expect(rho([], [])).toBeNaN()
    expect(rho([1], [2])).toBeNaN()
    expect(rho([1, 1, 1], [1, 2, 3])).toBeNaN()
  })

  it('is that of SciPy: its documentation’s example, and ties in both lists', () => {
    expect(rho([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12)
    expect(rho([1, 2, 3, 4, 5, 6, 7, 8], [3, 1, 4, 1, 5, 9, 2, 6])).toBeCloseTo(
      0.5030030300035688,
      12,
    )
    expect(rho([1, 1, 2, 2], [4, 3, 3, 1])).toBeCloseTo(-0.7071067811865477, 12)
  })
})

describe('nthLeast', () => {
  it('is the one that sorting gives, and leaves the values as they are', () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 45 }), (some, n) => {
        const given = numbers(...some)
        expect(nthLeast(given, n)).toBe(some.toSorted((a, b) => a - b)[n - 1] ?? Infinity)
        expect([...given]).toEqual(some)
      }),
    )
  })
})

describe('turnOf', () => {
  it('finds none where there are few values, all are equal, or the ends are farthest', () => {
    expect(turnOf(numbers())).toBeUndefined()
    expect(turnOf(numbers(1))).toBeUndefined()
    expect(turnOf(new Float64Array(12))).toBeUndefined()
    expect(turnOf(numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))).toBeUndefined()
  })

  it('finds a peak, and a valley, far from both ends', () => {
    const peak = numbers(1, 2, 3, 4, 5, 6, 4.5, 3.5, 2.5, 1.5, 0.5)
    expect(turnOf(peak)).toBe(5)
    expect(turnOf(peak.map((value) => -value))).toBe(5)
    expect(turnOf(numbers(0, 9, 1, -4, 0))).toBe(1)
  })

  it('takes a slip on the way for none', () => {
    expect(turnOf(numbers(0, 1, 2, 3, 4, 5, 10, 9.9, 9.8, 9.7, 9.6))).toBeUndefined()
  })
})
