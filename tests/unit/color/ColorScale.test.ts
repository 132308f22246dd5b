import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadOf } from '../../../src/analysis/Spread'
import { colorScale, type ColorScale } from '../../../src/color/ColorScale'
import { ABOVE, BELOW, stepOf } from '../../../src/color/Palette'
import { cellValues } from '../../../src/tensor/CellValues'

const unit = { low: -1, high: 1 }
/** The largest end that a domain may have. */
const LARGEST = Number.MAX_VALUE / 4

const value = fc.oneof(
  fc.double({ min: -LARGEST, max: LARGEST, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constantFrom(0, -0, 5e-324, LARGEST, -LARGEST),
)
const anyScale = fc
  .record({
    ends: fc.tuple(value, value).filter(([a, b]) => a !== b),
    scale: fc.constantFrom('linear' as const, 'symlog' as const, 'rank' as const),
    threshold: fc.option(fc.double({ min: 1e-6, max: 10, noNaN: true }), { nil: undefined }),
    pivot: fc.option(value, { nil: undefined }),
    values: fc.array(value, { minLength: 1 }),
  })
  .map(({ ends, values, ...options }) => {
    const domain = { low: Math.min(...ends), high: Math.max(...ends) }
    return colorScale(domain, {
      ...options,
      ranks: spreadOf(cellValues(Float64Array.from(values)), true).ranks,
    })
  })

/** BELOW counts as before the first step. */
function rank(number: number, scale: ColorScale): number {
  const step = stepOf(number, scale)
  return step === BELOW ? -1 : step === ABOVE ? 251 : step
}

describe('colorScale', () => {
  it('is in proportion where nothing bends it', () => {
    for (const options of [{ scale: 'linear' }, { scale: 'linear', pivot: 0 }] as const) {
      const scale = colorScale(unit, options)
      expect(scale).toMatchObject({ ...unit, isProportional: true, notes: [] })
      expect([-1, -0.5, 0, 1, 7].map(scale.shareOf)).toEqual([0, 0.25, 0.5, 1, 1])
    }
  })

  it('has its ends at the ends of the ramp, and never goes down, whatever is asked for', () => {
    fc.assert(
      fc.property(anyScale, value, value, (scale, a, b) => {
        expect(stepOf(scale.low, scale)).toBe(0)
        expect(stepOf(scale.high, scale)).toBe(250)
        const [low, high] = [rank(Math.min(a, b), scale), rank(Math.max(a, b), scale)]
        expect(low).toBeLessThanOrEqual(high)
      }),
    )
  })

  it('has the pivot on the middle step, on any scale', () => {
    const ranks = spreadOf(cellValues(Float64Array.of(-1, 0, 0.1, 0.3, 0.5, 4)), true).ranks
    for (const scale of ['linear', 'symlog', 'rank'] as const) {
      const bent = colorScale({ low: -1, high: 4 }, { scale, pivot: 0.1, ranks })
      expect(stepOf(0.1, bent)).toBe(125)
      expect(stepOf(0, bent)).toBeLessThan(125)
    }
  })

  it('says that a pivot outside the domain has no color', () => {
    const scale = colorScale({ low: 1, high: 2 }, { scale: 'linear', pivot: 0 })
    expect(scale.notes).toEqual([{ tag: 'pivot-outside', pivot: 0 }])
    expect(stepOf(1.5, scale)).toBe(125)
  })

  it('is about in proportion up to the threshold of symlog, and by magnitude from there', () => {
    const { shareOf } = colorScale(unit, { scale: 'symlog', threshold: 0.01 })
    expect(shareOf(0)).toBe(0.5)
    expect(shareOf(0.001) - 0.5).toBeCloseTo(2 * (shareOf(0.0005) - 0.5), 3)
    const step = (from: number) => shareOf(from * 10) - shareOf(from)
    expect(step(0.1)).toBeCloseTo(step(0.05), 1)
  })

  it('gives every step the same number of cells by rank', () => {
    const values = Float64Array.from({ length: 2510 }, (_, k) => (k / 2509) ** 5)
    const scale = colorScale(
      { low: 0, high: 1 },
      { scale: 'rank', ranks: spreadOf(cellValues(values), true).ranks },
    )
    const counts = new Uint32Array(251)
    for (const each of values) {
      const step = stepOf(each, scale)
      counts[step] = (counts[step] ?? 0) + 1
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(11)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(9)
  })

  it('gives the least value the first color by rank, however many are equal to it', () => {
    const { ranks } = spreadOf(cellValues(Float64Array.of(0, 0, 0, 0, 1, 2)), true)
    const scale = colorScale({ low: 0, high: 2 }, { scale: 'rank', ranks })
    expect(stepOf(0, scale)).toBe(0)
    expect(stepOf(1, scale)).toBeGreaterThan(100)
  })

  it('is linear where no two values differ, and says so', () => {
    const { ranks } = spreadOf(cellValues(Float64Array.of(3, 3)), true)
    const scale = colorScale({ low: 0, high: 1 }, { scale: 'rank', ranks })
    expect(scale.notes).toEqual([{ tag: 'flat' }])
    expect(stepOf(0.5, scale)).toBe(125)
  })
})
