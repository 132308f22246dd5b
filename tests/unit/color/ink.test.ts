import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, inkOn, veiled } from '../../../src/color/ink'
import { channelsOf } from '../../../src/color/channelsOf'
import { type Channels } from '../../../src/color/Palette'
import { rampOf } from '../../../src/color/Ramp'
import { figureThemes } from '../../../src/figure/FigureTheme'
import { COLORMAPS } from '../../../src/tensor/View'

const channel = fc.integer({ min: 0, max: 255 })
const anyColor: fc.Arbitrary<Channels> = fc.tuple(channel, channel, channel)

function readability(color: Channels): number {
  return contrast(channelsOf(inkOn(color)), color)
}

describe('the contrast of two colors', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.478],
    ['#ffffff', '#ffffff', 1],
    ['#0000ff', '#ffffff', 8.592],
  ])('of %s and %s is as WCAG computes it', (a, b, expected) => {
    expect(contrast(channelsOf(a), channelsOf(b))).toBeCloseTo(expected, 3)
    expect(contrast(channelsOf(b), channelsOf(a))).toBeCloseTo(expected, 3)
  })
})

describe('a number on a cell is read', () => {
  it.each(COLORMAPS)('on every color of %s', (colormap) => {
    const worst = Math.min(...rampOf(colormap).map((color) => readability(channelsOf(color))))
    expect(worst).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['light', 'dark'] as const)('on what is beyond or missing in the %s theme', (theme) => {
    const { below, above, missing } = figureThemes[theme].absent
    for (const color of [below, above, missing]) {
      expect(readability(channelsOf(color))).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('on any color, veiled or not', () => {
    const opacity = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(anyColor, anyColor, opacity, (color, veil, share) => {
        expect(readability(color)).toBeGreaterThanOrEqual(4.5)
        expect(readability(veiled(color, veil, share))).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})

it('a veil hides nothing, or all', () => {
  expect(veiled([10, 20, 30], [200, 100, 0], 0)).toEqual([10, 20, 30])
  expect(veiled([10, 20, 30], [200, 100, 0], 1)).toEqual([200, 100, 0])
})
