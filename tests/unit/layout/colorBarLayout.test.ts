import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colorScale } from '../../../src/color/ColorScale'
import { colorBarLayout, colorBarWidth, type BarEnds } from '../../../src/layout/colorBarLayout'
import { screenStyle } from '../../../src/layout/LayoutStyle'
import { widthOf } from '../../../src/layout/TextStyle'

const plot = { x: 60, y: 40, width: 300, height: 200 }
const place = { left: 380, plot }
const { axisTitle, caption, tick } = screenStyle

function textsOf(metric: string, barEnds: BarEnds = {}): Parameters<typeof colorBarWidth>[1] {
  return { size: { width: 960, height: 600, pixelRatio: 2 }, text: { metric, barEnds } }
}

describe('colorBarLayout', () => {
  it('has its low end at the bottom and its high end at the top of the plot', () => {
    const { rect, ticks } = colorBarLayout(
      colorScale({ low: -0.04, high: 0.04 }, { scale: 'linear' }),
      textsOf('similarity'),
      place,
    )
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
    ['wide', { low: -Number.MAX_VALUE / 4, high: Number.MAX_VALUE / 4 }],
    ['narrow', { low: 0, high: Number.MIN_VALUE }],
  ])('places ticks of a domain as %s as numbers go', (_, ends) => {
    const bar = colorScale(ends, { scale: 'linear' })
    for (const { y } of colorBarLayout(bar, textsOf(''), place).ticks) {
      expect(y).toBeGreaterThanOrEqual(40)
      expect(y).toBeLessThanOrEqual(240)
    }
  })

  it('keeps ticks and ends apart, and its title clear of them and within its width', () => {
    const anyBar = fc.record({
      low: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      power: fc.double({ min: -9, max: 9, noNaN: true }),
      metric: fc.string({ minLength: 1, maxLength: 80 }),
      below: fc.constantFrom({}, { below: '9,999 below' }, { below: '336k below' }),
      above: fc.constantFrom({}, { above: '1 above' }, { above: '9,999 above' }),
      scale: fc.constantFrom('linear' as const, 'symlog' as const),
    })
    fc.assert(
      fc.property(anyBar, ({ low, power, metric, below, above, scale }) => {
        const ends = { low, high: low + 10 ** power }
        fc.pre(ends.low < ends.high)
        const domain = colorScale(ends, { scale })
        const barEnds = { ...below, ...above }
        const bar = colorBarLayout(domain, textsOf(metric, barEnds), place)
        const { tickTextX, title } = bar
        if (title === undefined) throw new Error('the bar has no title')
        const texts = [...bar.ticks, ...bar.pointers].toSorted((a, b) => b.y - a.y)
        const gaps = texts.slice(1).map(({ y }, k) => (texts[k]?.y ?? NaN) - y)
        expect(gaps.every((gap) => gap > tick.fontSize)).toBe(true)
        const end = Math.max(...texts.map(({ text }) => tickTextX + widthOf(text, caption)))
        expect(title.x - axisTitle.fontSize / 2).toBeGreaterThan(end)
        expect(title.x + axisTitle.fontSize / 2).toBeLessThanOrEqual(
          380 + colorBarWidth(domain, textsOf(metric, barEnds)),
        )
        expect(widthOf(title.text, axisTitle)).toBeLessThanOrEqual(plot.height)
      }),
    )
  })

  it('makes room for pointed ends within the plot', () => {
    const barEnds = { below: '3 below', above: '1 above' }
    const { rect, ticks, pointers } = colorBarLayout(
      colorScale({ low: 0, high: 1 }, { scale: 'linear' }),
      textsOf('', barEnds),
      place,
    )
    expect(rect.y).toBeGreaterThan(40)
    expect(rect.y + rect.height).toBeLessThan(240)
    expect([ticks[0]?.y, ticks.at(-1)?.y]).toEqual([rect.y + rect.height, rect.y])
    expect(pointers.map(({ kind, text }) => [kind, text])).toEqual([
      ['above', '1 above'],
      ['below', '3 below'],
    ])
  })

  it('places ticks where the scale has them', () => {
    const symlog = colorScale({ low: -1, high: 1 }, { scale: 'symlog', threshold: 0.01 })
    const { ticks, rect } = colorBarLayout(symlog, textsOf(''), place)
    expect(ticks.map(({ text }) => text)).toEqual([
      '−1',
      '−0.2',
      '−0.04',
      '0',
      '+0.04',
      '+0.2',
      '+1',
    ])
    const share = (rect.y + rect.height - (ticks[5]?.y ?? 0)) / rect.height
    expect(share).toBeCloseTo(0.5 + Math.log1p(20) / Math.log1p(100) / 2, 12)
  })
})
