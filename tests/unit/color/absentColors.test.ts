import { rgb } from 'd3-color'
import { describe, expect, it } from 'vitest'
import { rampOf } from '../../../src/color/colormaps'
import { figureTheme } from '../../../src/figure/FigureTheme'
import { settings } from '../../../src/tensor/settings/settings'

const colormapNames = settings.colormap.options.map(([name]) => name)

/** Lightness, and two axes of hue, as CIE L*a*b* (1976) has them for sRGB under D65. */
function labOf(color: string): readonly [number, number, number] {
  const [r = 0, g = 0, b = 0] = [rgb(color).r, rgb(color).g, rgb(color).b].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  const [x = 0, y = 0, z = 0] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
  ].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116))
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function difference(a: string, b: string): number {
  const [p, q] = [labOf(a), labOf(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

const cases = colormapNames.flatMap((colormap) => {
  return (['light', 'dark'] as const).map((theme) => [colormap, theme] as const)
})

describe('colors of what is not in the ramp', () => {
  // A difference of 2.3 is just noticed; 15 is another color at a glance.
  it.each(cases)('are none of %s (%s)', (colormap, theme) => {
    const { absent, background } = figureTheme(theme, colormap)
    for (const color of Object.values(absent)) {
      const nearest = Math.min(...rampOf(colormap).map((step) => difference(color, step)))
      expect(nearest).toBeGreaterThan(15)
      expect(difference(color, background)).toBeGreaterThan(15)
    }
  })

  it.each(cases)('are told apart from each other beside %s (%s)', (colormap, theme) => {
    const { below, above, missing } = figureTheme(theme, colormap).absent
    expect(difference(below, above)).toBeGreaterThan(30)
    expect(difference(below, missing)).toBeGreaterThan(30)
    expect(difference(above, missing)).toBeGreaterThan(30)
  })

  it('are the same object for the same theme and colormap, so that nothing is drawn anew', () => {
    expect(figureTheme('light', 'turbo')).toBe(figureTheme('light', 'turbo'))
  })
})

describe('rampOf', () => {
  it.each(colormapNames)(
    '%s has 251 colors as #rrggbb, and runs the other way when it is reversed',
    (colormap) => {
      const ramp = rampOf(colormap)
      expect(ramp).toHaveLength(251)
      expect(ramp.every((color) => /^#[0-9a-f]{6}$/.test(color))).toBe(true)
      expect(rampOf(colormap, true)).toEqual(ramp.toReversed())
    },
  )

  it('has white in the exact middle of blue to red', () => {
    const ramp = rampOf('vik')
    expect(ramp[125]).toBe('#ffffff')
    const { r, b } = rgb(ramp[60] ?? '')
    expect(b).toBeGreaterThan(r)
  })

  it('has its lightest color in the middle of every diverging map', () => {
    for (const colormap of ['rdbu', 'puor', 'brbg', 'vik'] as const) {
      const lightness = rampOf(colormap).map((color) => labOf(color)[0])
      expect(lightness.indexOf(Math.max(...lightness))).toBeGreaterThan(120)
      expect(lightness.indexOf(Math.max(...lightness))).toBeLessThan(133)
    }
  })
})
