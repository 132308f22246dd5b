import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupTest, type GroupTest } from '../../../../src/analysis/findings/groupTest'
import { finish } from '../../../../src/analysis/Sliced'

function test(values: readonly number[], places: readonly number[]): GroupTest {
  return finish(groupTest(Float64Array.from(values), places, 0))
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function differenceOf(values: readonly number[], places: readonly number[]): number {
  const inside = values.filter((_, k) => places.includes(k))
  return meanOf(inside) - meanOf(values.filter((_, k) => !places.includes(k)))
}

/** The differences of all walks that have the same steps up to their signs, one by one. */
function allDifferences(values: readonly number[], places: readonly number[]): readonly number[] {
  const steps = values.slice(1).map((value, k) => value - (values[k] ?? NaN))
  return Array.from({ length: 2 ** steps.length }, (_, pattern) => {
    let at = 0
    const walk = steps.map((step, k) => (at += (pattern >> k) & 1 ? step : -step))
    return differenceOf([0, ...walk], places)
  })
}

describe('groupTest', () => {
  it('finds nothing where all are equal', () => {
    expect(test([2, 2, 2], [1])).toMatchObject({ difference: 0, p: 1 })
  })

  it('has the share of all patterns, counted one by one', () => {
    const given = fc
      .array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 10 })
      .chain((values) =>
        fc.tuple(
          fc.constant(values),
          fc.subarray([...values.keys()], { minLength: 1, maxLength: values.length - 1 }),
        ),
      )
    fc.assert(
      fc.property(given, ([values, places]) => {
        const { difference, p, patternCount } = test(values, places)
        expect(difference).toBeCloseTo(differenceOf(values, places), 12)
        expect(patternCount).toBe(2 ** (values.length - 1))
        const all = allDifferences(values, places)
        const far = all.filter((other) => Math.abs(other) >= Math.abs(difference) - 1e-10)
        expect(p).toBeCloseTo(far.length / all.length, 12)
      }),
    )
  })

  it('finds what stands out again and again, in a long sequence', () => {
    const places = Array.from({ length: 20 }, (_, k) => 10 * k + 5)
    const values = Array.from(
      { length: 200 },
      (_, k) => Number(k % 10 === 5) + 0.1 * Math.sin(k * k),
    )
    expect(test(values, places).p).toBeLessThan(0.001)
    expect(test(values, places)).toEqual(test(values, places))
  })
})
