import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveDomain } from '../../../src/color/Domain'
import { colorScale } from '../../../src/color/ColorScale'
import { stepOf } from '../../../src/color/Palette'

const none = { min: NaN, max: NaN }

function centered(min: number, max: number, pivot = 0): object | undefined {
  return resolveDomain('auto', { min, max }, pivot, true)
}

describe('resolveDomain', () => {
  it.each(['auto', 'extent', 'symmetric'] as const)('is undefined for %s of no value', (mode) => {
    expect(resolveDomain(mode, undefined)).toBeUndefined()
    expect(resolveDomain(mode, none)).toBeUndefined()
  })

  it('needs no value where the ends are given', () => {
    expect(resolveDomain('unit', none)).toEqual({ low: -1, high: 1 })
    expect(resolveDomain([-0.04, 0.04], undefined)).toEqual({ low: -0.04, high: 0.04 })
  })

  it('is the extent for auto and extent', () => {
    const extent = { min: -0.02, max: 0.04 }
    expect(resolveDomain('auto', extent)).toEqual({ low: -0.02, high: 0.04 })
    expect(resolveDomain('extent', extent)).toEqual({ low: -0.02, high: 0.04 })
  })

  it('reaches the farther end on both sides for symmetric', () => {
    expect(resolveDomain('symmetric', { min: -0.05, max: 0.04 })).toEqual({
      low: -0.05,
      high: 0.05,
    })
    expect(resolveDomain('symmetric', { min: 0.3, max: 0.3 })).toEqual({ low: -0.3, high: 0.3 })
  })

  it.each([0.3, -0.3, 0, -0, 1 / 3, 5e-324, 1e307])(
    'widens around %d when all values are that, and says so',
    (value) => {
      const domain = resolveDomain('extent', { min: value, max: value })
      expect(domain?.note).toEqual({ tag: 'all-equal', value: value + 0 })
      expect(stepOf(value, domain && colorScale(domain, { scale: 'linear' }))).toBe(125)
    },
  )

  it('widens a symmetric domain of zeros', () => {
    const domain = resolveDomain('symmetric', { min: -0, max: 0 })
    expect(domain).toEqual({
      low: -1,
      high: 1,
      note: { tag: 'all-equal', value: 0 },
    })
  })

  it('leaves outliers out for auto, and says so', () => {
    const defaultRange = { low: -0.01, high: 0.01, leftOut: 'outliers' } as const
    expect(resolveDomain('auto', { min: -1, max: 5, defaultRange })).toEqual({
      low: -0.01,
      high: 0.01,
      note: { tag: 'without-outliers' },
    })
    const wider = resolveDomain('auto', {
      min: -1,
      max: 5,
      defaultRange: { ...defaultRange, leftOut: 'farthest' },
    })
    expect(wider?.note).toEqual({ tag: 'without-farthest' })
    expect(resolveDomain('extent', { min: -1, max: 5, defaultRange })).toEqual({ low: -1, high: 5 })
  })

  it('is what percentiles leave in, or all where they leave one value', () => {
    const inner = { 98: { low: -0.2, high: 0.3 }, 90: { low: 0, high: 0 } }
    const values = { min: -1, max: 1, inner }
    expect(resolveDomain('98', values)).toMatchObject({ low: -0.2, high: 0.3 })
    expect(resolveDomain('90', values)).toEqual({
      low: -1,
      high: 1,
      note: { tag: 'middle-is-one', percent: 90, value: 0 },
    })
    expect(resolveDomain('98', none)).toBeUndefined()
  })

  it('is symmetric about the pivot', () => {
    expect(resolveDomain('symmetric', { min: 1, max: 4 }, 2)).toEqual({ low: 0, high: 4 })
  })

  it('has the pivot in the middle of colors that diverge, if it is not far from the values', () => {
    expect(centered(-0.5, 2)).toEqual({ low: -2, high: 2 })
    expect(centered(0.2, 0.9)).toEqual({ low: -0.9, high: 0.9 })
    expect(centered(1, 4, 2)).toEqual({ low: 0, high: 4 })
    expect(centered(1000, 1001)).toEqual({ low: 1000, high: 1001 })
    expect(centered(0.3, 0.3)).toMatchObject({ note: { tag: 'all-equal' } })
    expect(centered(-1, 1, 1e308)).toEqual({ low: -1, high: 1 })
    const defaultRange = { low: -1, high: 2, leftOut: 'outliers' } as const
    expect(resolveDomain('auto', { min: -9, max: 2, defaultRange }, 0, true)).toEqual({
      low: -2,
      high: 2,
      note: { tag: 'without-farthest' },
    })
    expect(resolveDomain('auto', { min: -1.5, max: 2, defaultRange }, 0, true)).toEqual({
      low: -2,
      high: 2,
    })
    expect(resolveDomain('extent', { min: -0.5, max: 2 }, 0, true)).toEqual({ low: -0.5, high: 2 })
  })

  it.each<[string, [number, number]]>([
    ['reversed', [0.3, 0.1]],
    ['empty', [0.3, 0.3]],
    ['open', [NaN, 0.1]],
    ['endless', [-Infinity, 0.1]],
    ['too far apart', [-1e308, 1e308]],
  ])('falls back to the values where the ends are %s, and says why', (_, ends) => {
    const domain = resolveDomain(ends, { min: -2, max: 2 })
    expect(domain).toMatchObject({ low: -2, high: 2 })
    expect(domain?.note).toMatchObject({ tag: 'unusable-ends', low: ends[0], high: ends[1] })
  })

  it('has finite ends, the lower one first, for any finite values', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(5e-324, -5e-324, 1.7976931348623157e308, -1.7976931348623157e308, 0),
    )
    const mode = fc.constantFrom('auto' as const, 'extent' as const, 'symmetric' as const)
    fc.assert(
      fc.property(value, value, mode, fc.boolean(), (a, b, setting, isCentered) => {
        const extent = { min: Math.min(a, b), max: Math.max(a, b) }
        const domain = resolveDomain(setting, extent, 0, isCentered)
        expect(Number.isFinite(domain?.low)).toBe(true)
        expect(Number.isFinite(domain?.high)).toBe(true)
        expect(domain?.low).toBeLessThan(domain?.high ?? NaN)
        expect((domain?.high ?? NaN) - (domain?.low ?? NaN)).toBeLessThan(Infinity)
        // The farthest ends are a quarter of the greatest number; values beyond them are beyond the colors.
        const farthest = Number.MAX_VALUE / 4
        expect(domain?.low).toBeLessThanOrEqual(Math.max(extent.min, -farthest))
        expect(domain?.high).toBeGreaterThanOrEqual(Math.min(extent.max, farthest))
      }),
    )
  })
})
