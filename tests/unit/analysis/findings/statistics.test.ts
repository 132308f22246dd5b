import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { falseDiscovery } from '../../../../src/analysis/findings/depthTrends'
import { nthLeast } from '../../../../src/analysis/medianOf'
import { randomDifferences } from '../../../../src/analysis/findings/tokenGroups'
import { finish } from '../../../../src/analysis/Sliced'
import { spearman } from '../../../../src/analysis/spearman'
import { turnOf, theilSen } from '../../../../src/analysis/findings/trendOf'
import { twoSidedP } from '../../../../src/analysis/kendall'

/** Spearman’s of two lists. */
function rho(a: readonly number[], b: readonly number[]): number {
  return finish(spearman(numbers(...a), numbers(...b)))
}

const numbers = (...values: readonly number[]): Float64Array => Float64Array.from(values)

describe('twoSidedP', () => {
  it.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [-1.96, 0.04999579029644087],
    [5, 5.733031437583866e-7],
  ])('of %d is that of scipy.stats.norm.sf, doubled', (z, p) => {
    expect(twoSidedP(z) / p).toBeCloseTo(1, 6)
  })
})

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

  it('is 0 for equal values, and is left out for very many', () => {
    expect(theilSen(numbers(0, 1, 2), numbers(5, 5, 5))).toBe(0)
    const many = Float64Array.from({ length: 1001 }, (_, index) => index)
    expect(theilSen(many, many)).toBeNaN()
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

describe('randomDifferences', () => {
  it('gives the same each time, and nothing but 0 where all are equal', () => {
    const values = numbers(3, 1, 4, 1, 5, 9, 2, 6)
    expect(randomDifferences(values, 3)).toEqual(randomDifferences(values, 3))
    expect(randomDifferences(numbers(2, 2, 2), 1)).toMatchObject({ low: 0, high: 0 })
  })

  it('is near what all groups, one by one, give', () => {
    const values = [0.31, 1.42, 2.9, 3.3, 5.05, 8.8, 1.9, 6.6, 4.45, 0.07, 7.7, 9.9]
    const all = groupsOf(values, 4).toSorted((a, b) => a - b)
    const { low, high, drawCount } = randomDifferences(numbers(...values), 4)
    expect(drawCount).toBe(10_000)
    const rankOf = (value: number): number =>
      all.filter((other) => other <= value + 1e-9).length / all.length
    expect(rankOf(low)).toBeGreaterThan(0.015)
    expect(rankOf(low)).toBeLessThan(0.04)
    expect(rankOf(high)).toBeGreaterThan(0.96)
    expect(rankOf(high)).toBeLessThan(0.99)
  })
})

/** Differences of the means of every group of so many values to that of the rest. */
function groupsOf(values: readonly number[], size: number): number[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  const sums = (from: number, left: number): number[] => {
    if (left === 0) return [0]
    return values.flatMap((value, index) =>
      index < from ? [] : sums(index + 1, left - 1).map((sum) => sum + value),
    )
  }
  return sums(0, size).map((sum) => sum / size - (total - sum) / (values.length - size))
}

describe('turnOf', () => {
  it('finds none where there are few values, all are equal, or there is one way only', () => {
    expect(turnOf(numbers())).toBeUndefined()
    expect(turnOf(numbers(1, 2, 3, 2, 1))).toBeUndefined()
    expect(turnOf(new Float64Array(12))).toBeUndefined()
    expect(turnOf(numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))).toBeUndefined()
  })

  it('finds a peak, and a valley, with the p-value of the weaker side', () => {
    const peak = numbers(1, 2, 3, 4, 5, 6, 4.5, 3.5, 2.5, 1.5, 0.5)
    // Of 6 values 2 of 720 orders are monotone, of both sides.
    expect(turnOf(peak)).toEqual({ index: 5, isPeak: true, p: 2 / 720 })
    const valley = peak.map((value) => -value)
    expect(turnOf(valley)).toEqual({ index: 5, isPeak: false, p: 2 / 720 })
  })

  it('takes a slip on the way for none', () => {
    expect(turnOf(numbers(0, 1, 2, 3, 4, 5, 10, 9.9, 9.8, 9.7, 9.6))).toBeUndefined()
  })
})
