import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf, chanceOfDifference, incompleteBeta } from '../../../src/analysis/chanceOf'
import { seededRandom } from '../../../src/analysis/findings/seededRandom'

describe('the chance of a cosine between random directions', () => {
  it('is 1 at 0, and 0 at 1 and where rounding went beyond', () => {
    for (const size of [2, 3, 768, 100_000]) {
      expect(chanceOf(0, size)).toBe(1)
      expect(chanceOf(1, size)).toBe(0)
      expect(chanceOf(-1.0000001, size)).toBe(0)
    }
  })

  it('is that of an angle in the plane, and uniform on the sphere', () => {
    for (const cosine of [0.001, 0.1, 0.5, -0.9, 0.999]) {
      const angle = (2 / Math.PI) * Math.acos(Math.abs(cosine))
      expect(chanceOf(cosine, 2)).toBeCloseTo(angle, 9)
      expect(chanceOf(cosine, 3)).toBeCloseTo(1 - Math.abs(cosine), 9)
    }
  })

  // cos · √((d − 1) / (1 − cos²)) has Student's distribution with d − 1 degrees of freedom; its published 97.5th and 99.5th
  // percentiles leave 5 and 1 % on both sides.
  it.each([
    [1, 12.706204736, 0.05],
    [2, 4.30265273, 0.05],
    [5, 2.570581836, 0.05],
    [10, 2.228138852, 0.05],
    [30, 2.042272456, 0.05],
    [100, 1.983971519, 0.05],
    [1, 63.656741162, 0.01],
    [10, 3.169272667, 0.01],
    [30, 2.749995654, 0.01],
  ])(
    'agrees with the published percentile of Student’s distribution with %d degrees',
    (degrees, t, chance) => {
      const cosine = t / Math.sqrt(t * t + degrees)
      expect(Math.abs(chanceOf(cosine, degrees + 1) - chance)).toBeLessThan(1e-6)
    },
  )

  it('nears the normal distribution in many dimensions', () => {
    expect(chanceOf(1.959963985 / Math.sqrt(100_000), 100_000)).toBeCloseTo(0.05, 5)
    expect(chanceOf(3.290526731 / Math.sqrt(100_000), 100_000)).toBeCloseTo(0.001, 5)
  })

  it('is the same on both sides, and never greater for a farther cosine', () => {
    const cosine = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(cosine, cosine, fc.integer({ min: 2, max: 100_000 }), (a, b, size) => {
        expect(chanceOf(-a, size)).toBe(chanceOf(a, size))
        const [near, far] = [Math.min(a, b), Math.max(a, b)]
        expect(chanceOf(far, size)).toBeLessThanOrEqual(chanceOf(near, size) + 1e-12)
      }),
    )
  })

  it('is a tail of the symmetric Beta distribution', () => {
    for (const [cosine, size] of [
      [0.03, 768],
      [0.2, 24],
      [0.6, 7],
    ] as const) {
      const tail = incompleteBeta((1 - cosine) / 2, (size - 1) / 2, (size - 1) / 2)
      expect(chanceOf(cosine, size)).toBeCloseTo(2 * tail, 9)
    }
  })
})

describe('the chance of a difference of two such cosines', () => {
  it('is 1 at 0 and 0 at 2, in whatever order the sizes are', () => {
    expect(chanceOfDifference(0, 768, 64)).toBeCloseTo(1, 9)
    expect(chanceOfDifference(-2, 768, 64)).toBe(0)
    expect(chanceOfDifference(0.1, 64, 768)).toBeCloseTo(chanceOfDifference(-0.1, 768, 64), 9)
  })

  it('is that of two uniform numbers on the sphere', () => {
    for (const t of [0.1, 0.7, 1.3]) {
      expect(chanceOfDifference(t, 3, 3)).toBeCloseTo((1 - t / 2) ** 2, 4)
    }
  })

  it('nears the normal distribution in many dimensions', () => {
    const limit = 1.959963985 * Math.sqrt(1 / 20_000 + 1 / 50_000)
    expect(chanceOfDifference(limit, 20_000, 50_000)).toBeCloseTo(0.05, 4)
  })

  it('is the share of drawn directions', () => {
    const bits = seededRandom(7)
    const random = (): number => bits() / 2 ** 32
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const cosine = (size: number): number => {
      const state = Array.from({ length: size }, normal)
      return (state[0] ?? 0) / Math.hypot(...state)
    }
    const differences = Array.from({ length: 20_000 }, () => Math.abs(cosine(8) - cosine(12)))
    for (const t of [0.3, 0.8]) {
      const share = differences.filter((difference) => difference >= t).length / 20_000
      expect(Math.abs(chanceOfDifference(t, 8, 12) - share)).toBeLessThan(0.012)
    }
  })
})
