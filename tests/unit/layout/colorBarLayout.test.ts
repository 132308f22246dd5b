import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colorBarLayout, colorBarWidth } from '../../../src/layout/colorBarLayout'
import { AXIS_TITLE, TICK } from '../../../src/layout/metrics'
import { widthOf } from '../../../src/layout/shorten'

const plot = { x: 60, y: 40, width: 300, height: 200 }

describe('colorBarLayout', () => {
  it('has its low end at the bottom and its high end at the top of the plot', () => {
    const { rect, ticks } = colorBarLayout({ low: -0.04, high: 0.04 }, 'similarity', 380, plot)
    expect(rect).toMatchObject({ x: 380, y: 40, height: 200 })
    expect(ticks.map(({ y, text }) => [y, text])).toEqual([
      [240, '−0.04'],
      [190, '−0.02'],
      [140, '0'],
      [90, '+0.02'],
      [40, '+0.04'],
    ])
  })

  it.each([
    ['wide', { low: -Number.MAX_VALUE, high: Number.MAX_VALUE }],
    ['narrow', { low: 0, high: Number.MIN_VALUE }],
  ])('places ticks of a domain as %s as numbers go', (_, ends) => {
    for (const { y } of colorBarLayout(ends, '', 380, plot).ticks) {
      expect(y).toBeGreaterThanOrEqual(40)
      expect(y).toBeLessThanOrEqual(240)
    }
  })

  it('keeps ticks apart, and its title clear of them and within its width', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.string({ maxLength: 80 }),
        (low, power, metric) => {
          const domain = { low, high: low + 10 ** power }
          const { ticks, tickTextX, title } = colorBarLayout(domain, metric, 380, plot)
          const gaps = ticks.slice(1).map(({ y }, k) => (ticks[k]?.y ?? NaN) - y)
          expect(gaps.every((gap) => gap > TICK.fontSize)).toBe(true)
          const end = Math.max(...ticks.map(({ text }) => tickTextX + widthOf(text, TICK)))
          expect(title.x - AXIS_TITLE.fontSize / 2).toBeGreaterThan(end)
          expect(title.x + AXIS_TITLE.fontSize / 2).toBeLessThanOrEqual(380 + colorBarWidth(domain))
          expect(widthOf(title.text, AXIS_TITLE)).toBeLessThanOrEqual(plot.height)
        },
      ),
    )
  })
})
