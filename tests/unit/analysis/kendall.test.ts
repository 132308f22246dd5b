import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kendall } from '../../../src/analysis/kendall'

function of(values: readonly number[]): { tau: number; p: number } {
  return kendall(Float64Array.from(values))
}

describe('kendall', () => {
  it('says nothing of no value, one value, or equal ones', () => {
    for (const values of [[], [3], [0, 0, 0, 0]]) expect(of(values)).toEqual({ tau: 0, p: 1 })
  })

  it('is the published one of Hollander and Wolfe (1973, p. 187), as R’s cor.test gives it', () => {
    const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    const y = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]
    const { tau, p } = of(y.toSorted((a, b) => (x[y.indexOf(a)] ?? 0) - (x[y.indexOf(b)] ?? 0)))
    expect(tau).toBeCloseTo(0.4444444, 7)
    expect(p).toBeCloseTo(0.1194, 4)
  })

  it.each([
    [[1, 5, 2, 3, 4, 9, 7, 8, 6, 10, 12, 11], 0.7272727272727272, 0.0004988835110362888],
    [Array.from({ length: 33 }, (_, i) => (i * 7) % 33), 0.14772727272727273, 0.2348656206939674],
    [
      Array.from({ length: 40 }, (_, i) => ((i * 37) % 101) + Math.floor(i / 3) * 5),
      0.4461538461538462,
      5.0228751469913396e-5,
    ],
    [[2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5], 0.16448792373994223, 0.4787662742236909],
    [[2, 7, 1, 8, 2, 8, 1, 8, 2, 8], 0.22677868380553634, 0.3943870594034554],
  ])('agrees with scipy.stats.kendalltau (SciPy 1.17) on %j', (values, tau, p) => {
    expect(of(values).tau).toBeCloseTo(tau, 12)
    expect(of(values).p / p).toBeCloseTo(1, 6)
  })

  it('has the p-value of all orders, counted one by one', () => {
    const all = ordersOf([1, 2, 3, 4, 5, 6, 7]).map((values) => ({
      values,
      score: scoreOf(values),
    }))
    for (const { values, score } of all.filter((_, index) => index % 97 === 0)) {
      const asFar = all.filter((other) => Math.abs(other.score) >= Math.abs(score))
      expect(of(values).p).toBeCloseTo(asFar.length / all.length, 12)
    }
  })

  it('has the τ-b of all pairs, counted one by one, ties or not', () => {
    const values = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 30 })
    fc.assert(
      fc.property(values, (some) => {
        const { tied, all } = pairsOf(some)
        const expected = all === tied ? 0 : scoreOf(some) / Math.sqrt(all * (all - tied))
        expect(of(some).tau).toBeCloseTo(expected, 12)
      }),
    )
  })
})

function scoreOf(values: readonly number[]): number {
  let score = 0
  for (const [i, a] of values.entries()) {
    for (const b of values.slice(i + 1)) score += Math.sign(b - a)
  }
  return score
}

function pairsOf(values: readonly number[]): { tied: number; all: number } {
  let tied = 0
  let all = 0
  for (const [i, a] of values.entries()) {
    for (const b of values.slice(i + 1)) {
      all++
      if (a === b) tied++
    }
  }
  return { tied, all }
}

function ordersOf(values: readonly number[]): (readonly number[])[] {
  if (values.length < 2) return [values]
  return values.flatMap((first, index) =>
    ordersOf(values.toSpliced(index, 1)).map((rest) => [first].concat(rest)),
  )
}
