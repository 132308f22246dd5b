import { rgb } from 'd3-color'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, inkOn, veiled } from '../../../src/color/inkOn'
import { rampOf } from '../../../src/color/colormaps'
import { figureThemes } from '../../../src/figure/FigureTheme'
import { settings } from '../../../src/tensor/settings/settings'

const colormapNames = settings.colormap.options.map(([name]) => name)

const channel = fc.integer({ min: 0, max: 255 })
const anyColor = fc.tuple(channel, channel, channel).map(([r, g, b]) => rgb(r, g, b).formatHex())

function readability(color: string): number {
  return contrast(inkOn(color), color)
}

describe('the contrast of two colors', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.478],
    ['#ffffff', '#ffffff', 1],
    ['#0000ff', '#ffffff', 8.592],
  ])('of %s and %s is as WCAG computes it', (a, b, expected) => {
    expect(contrast(a, b)).toBeCloseTo(expected, 3)
    expect(contrast(b, a)).toBeCloseTo(expected, 3)
  })
})

describe('a number on a cell is read', () => {
  it.each(colormapNames)('on every color of %s', (colormap) => {
    const worst = Math.min(...rampOf(colormap).map((color) => readability(color)))
    expect(worst).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['light', 'dark'] as const)('on what is beyond or missing in the %s theme', (theme) => {
    const { below, above, missing } = figureThemes[theme].absent
    for (const color of [below, above, missing]) {
      expect(readability(color)).toBeGreaterThanOrEqual(4.5)
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
  expect(veiled('#0a141e', '#c86400', 0)).toBe('#0a141e')
  expect(veiled('#0a141e', '#c86400', 1)).toBe('#c86400')
})
