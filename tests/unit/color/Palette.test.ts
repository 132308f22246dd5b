import { describe, expect, it } from 'vitest'
import { paletteOf, stepColors } from '../../../src/color/Palette'
import { RAMP_STEPS, rampOf } from '../../../src/color/Ramp'
import { ABOVE, BELOW, MISSING, PADDING } from '../../../src/color/stepOf'

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
