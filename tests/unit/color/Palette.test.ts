import { describe, expect, it } from 'vitest'
import {
  paletteOf,
  stepColors,
  ABOVE,
  BELOW,
  MISSING,
  PADDING,
  stepOf,
} from '../../../src/color/Palette'
import { RAMP_STEPS, rampOf } from '../../../src/color/colormaps'
import * as fc from 'fast-check'
import { colorScale, type ColorScale } from '../../../src/color/ColorScale'

const ramp = rampOf('viridis')
const absent = { below: '#010203', above: '#0a0b0c', missing: '#FFfe00' }

describe('rampOf', () => {
  it('runs from viridis’ purple to its yellow in 251 hexadecimal colors', () => {
    expect(ramp).toHaveLength(RAMP_STEPS)
    expect(ramp[0]).toBe('#440154')
    expect(ramp[250]).toBe('#fde725')
    expect(ramp.every((color) => /^#[0-9a-f]{6}$/.test(color))).toBe(true)
  })
})

describe('stepColors', () => {
  it('has the ramp first, then what is absent, and none for padding', () => {
    const colors = stepColors(ramp, absent)
    expect(colors.slice(0, RAMP_STEPS)).toEqual(ramp)
    expect([colors[BELOW], colors[ABOVE], colors[MISSING]]).toEqual(Object.values(absent))
    expect(colors[PADDING]).toBeUndefined()
  })
})

describe('paletteOf', () => {
  it('refuses a ramp of another length and a color that is not #rrggbb', () => {
    expect(() => paletteOf([], absent)).toThrow('0 colors')
    expect(() => paletteOf(ramp, { ...absent, above: 'red' })).toThrow('invalid color: red')
  })

  it('has the same colors as bytes', () => {
    const { palette } = paletteOf(ramp, absent)
    expect([...palette.subarray(0, 3)]).toEqual([0x44, 0x01, 0x54])
    expect([...palette.subarray(3 * BELOW, 3 * BELOW + 9)]).toEqual([
      1, 2, 3, 10, 11, 12, 255, 254, 0,
    ])
  })

  it('makes padding transparent, and nothing else', () => {
    const { alpha } = paletteOf(ramp, absent)
    expect(alpha).toHaveLength(PADDING + 1)
    expect(alpha.findIndex((value) => value !== 255)).toBe(PADDING)
    expect(alpha[PADDING]).toBe(0)
  })
})

function linear(low: number, high: number): ColorScale {
  return colorScale({ low, high }, { scale: 'linear' })
}

const domain = linear(-0.04, 0.04)

/** The largest end that a domain may have. */
const LARGEST = Number.MAX_VALUE / 4

/** Two different finite ends, the lower one first; the largest and smallest numbers among them. */
const finite = fc.oneof(
  fc.double({ min: -LARGEST, max: LARGEST, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.constantFrom(0, 5e-324, -5e-324, LARGEST, -LARGEST),
)
const anyDomain = fc
  .tuple(finite, finite)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => linear(Math.min(a, b), Math.max(a, b)))

describe('stepOf', () => {
  it('knows what is absent, with a domain or without', () => {
    for (const some of [domain, undefined]) {
      expect(stepOf(undefined, some)).toBe(PADDING)
      expect(stepOf(NaN, some)).toBe(MISSING)
      expect(stepOf(Infinity, some)).toBe(ABOVE)
      expect(stepOf(-Infinity, some)).toBe(BELOW)
    }
  })

  it('refuses a finite value without a domain', () => {
    expect(() => stepOf(0.5, undefined)).toThrow('0.5')
  })

  it('takes both ends of the domain in, and nothing beyond', () => {
    expect(stepOf(-0.04, domain)).toBe(0)
    expect(stepOf(0.04, domain)).toBe(250)
    expect(stepOf(-0.0400001, domain)).toBe(BELOW)
    expect(stepOf(0.0400001, domain)).toBe(ABOVE)
  })

  it('puts the middle of a symmetric domain on the middle step, exactly', () => {
    fc.assert(
      fc.property(finite, (end) => {
        fc.pre(end !== 0)
        const high = Math.abs(end)
        expect(stepOf(0, linear(-high, high))).toBe(125)
        expect(stepOf(-0, linear(-high, high))).toBe(125)
      }),
    )
  })

  it('is 0 and 250 at the ends of any domain, a step of the ramp between', () => {
    fc.assert(
      fc.property(anyDomain, fc.double({ min: 0, max: 1, noNaN: true }), (some, t) => {
        expect(stepOf(some.low, some)).toBe(0)
        expect(stepOf(some.high, some)).toBe(250)
        const value = some.low * (1 - t) + some.high * t
        fc.pre(value >= some.low && value <= some.high)
        const step = stepOf(value, some)
        expect(Number.isInteger(step) && step >= 0 && step <= 250).toBe(true)
      }),
    )
  })

  it('never goes down as values go up', () => {
    fc.assert(
      fc.property(anyDomain, finite, finite, (some, a, b) => {
        const rank = (value: number): number => {
          const step = stepOf(value, some)
          return step === BELOW ? -1 : step
        }
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)))
      }),
    )
  })

  it('gives every step an equal part of the domain', () => {
    const counts = new Map<number, number>()
    for (let k = 0; k < 2510; k++) {
      const step = stepOf(k + 0.5, linear(0, 2510))
      counts.set(step, (counts.get(step) ?? 0) + 1)
    }
    expect(counts.size).toBe(251)
    expect(new Set(counts.values())).toEqual(new Set([10]))
  })
})
