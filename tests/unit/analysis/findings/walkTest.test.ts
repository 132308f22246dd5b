import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../../../../src/analysis/Sliced'
import { scoreOf, thinned, walkTest } from '../../../../src/analysis/findings/walkTest'

const TOLERANCE = 1e-12

function test(values: readonly number[], drawCount = 999): ReturnType<typeof resultOf> {
  return resultOf(Float64Array.from(values), drawCount)
}

function resultOf(values: Float64Array, drawCount: number) {
  return finish(walkTest(values, TOLERANCE, drawCount))
}

/** The scores of all patterns of signs, one by one. */
function allScores(values: readonly number[]): readonly number[] {
  const steps = values.slice(1).map((value, k) => value - (values[k] ?? NaN))
  return Array.from({ length: 2 ** steps.length }, (_, pattern) => {
    let at = 0
    const walk = steps.map((step, k) => (at += (pattern >> k) & 1 ? step : -step))
    return scoreOf(Float64Array.of(0, ...walk), TOLERANCE)
  })
}

describe('walkTest', () => {
  it('says nothing of no value, one value, or equal ones', () => {
    for (const values of [[], [3], [0, 0, 0, 0], [0.1, 0.1 + 1e-16, 0.1]]) {
      expect(test(values)).toMatchObject({ score: 0, p: 1 })
    }
  })

  it('gives two of all patterns of signs to a sequence that only rises, or only falls', () => {
    const values = Array.from({ length: 12 }, (_, k) => k * k)
    expect(test(values)).toEqual({ score: 66, p: 2 / 2 ** 11, patternCount: 2 ** 11 })
    expect(test(values.map((value) => -value))).toMatchObject({ score: -66, p: 2 / 2 ** 11 })
  })

  it('has the share of all patterns, counted one by one, ties or not', () => {
    const values = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(values, fc.constantFrom(1, 0.1, 1 / 3), (whole, unit) => {
        const given = whole.map((value) => value * unit)
        const { score, p } = test(given)
        const scores = allScores(given)
        const far = scores.filter((other) => Math.abs(other) >= Math.abs(score))
        const expected = far.length / scores.length
        expect(p).toBe(expected > 0.25 ? 1 : expected)
      }),
    )
  })

  it('is near the share of all patterns if the patterns are drawn', () => {
    const values = Array.from({ length: 15 }, (_, k) => k + 3 * Math.sin(k * k))
    const { score, p } = test(values, 20_000)
    const far = allScores(values).filter((other) => Math.abs(other) >= Math.abs(score))
    const expected = far.length / 2 ** 14
    // Drawing ends with the 25th pattern that is as far, so that the error is about a fifth.
    expect(p / expected).toBeGreaterThan(0.5)
    expect(p / expected).toBeLessThan(2)
  })

  it('has no p-value below that of the drawn patterns and the observed one', () => {
    const values = Array.from({ length: 40 }, (_, k) => k)
    expect(test(values)).toMatchObject({ p: 1 / 1000, patternCount: 999 })
    expect(test(values, 9999)).toMatchObject({ p: 1 / 10_000, patternCount: 9999 })
  })

  it('does not depend on the level or the unit, and gives the same each time', () => {
    const values = Array.from({ length: 20 }, (_, k) => k + 4 * Math.cos(k * k))
    const { p } = test(values)
    expect(test(values)).toMatchObject({ p })
    expect(test(values.map((value) => 5 - 2 * value))).toMatchObject({ p })
  })
})

describe('thinned', () => {
  it('keeps the ends, and everything if there is little', () => {
    const values = Float64Array.from({ length: 10 }, (_, k) => k)
    expect(thinned(values, 10)).toBe(values)
    expect([...thinned(values, 4)]).toEqual([0, 3, 6, 9])
  })
})
