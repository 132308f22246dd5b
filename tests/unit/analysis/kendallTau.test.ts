import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kendallTau } from '../../../src/analysis/kendallTau'

function of(values: readonly number[]): number {
  return kendallTau(Float64Array.from(values))
}

describe('kendallTau', () => {
  it('is 0 of no value, one value, or equal ones', () => {
    for (const values of [[], [3], [0, 0, 0, 0]]) expect(of(values)).toBe(0)
  })

  it('is the published one of Hollander and Wolfe (1973, p. 187), as R’s cor.test gives it', () => {
    const x = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    const y = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]
    const tau = of(y.toSorted((a, b) => (x[y.indexOf(a)] ?? 0) - (x[y.indexOf(b)] ?? 0)))
    expect(tau).toBeCloseTo(0.4444444, 7)
  })

  it.each([
    [[1, 5, 2, 3, 4, 9, 7, 8, 6, 10, 12, 11], 0.7272727272727272],
    [Array.from({ length: 33 }, (_, i) => (i * 7) % 33), 0.14772727272727273],
    [
      Array.from({ length: 40 }, (_, i) => ((i * 37) % 101) + Math.floor(i / 3) * 5),
      0.4461538461538462,
    ],
    [[2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5], 0.16448792373994223],
    [[2, 7, 1, 8, 2, 8, 1, 8, 2, 8], 0.22677868380553634],
  ])('agrees with scipy.stats.kendalltau (SciPy 1.17) on %j', (values, tau) => {
    expect(of(values)).toBeCloseTo(tau, 12)
  })

  it('has the τ-b of all pairs, counted one by one, ties or not', () => {
    const values = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 30 })
    fc.assert(
      fc.property(values, (some) => {
        const { tied, all } = pairsOf(some)
        const expected = all === tied ? 0 : scoreOf(some) / Math.sqrt(all * (all - tied))
        expect(of(some)).toBeCloseTo(expected, 12)
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
