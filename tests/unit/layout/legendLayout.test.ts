import { describe, expect, it } from 'vitest'
import {
  legendLayout,
  SWATCH_GAP,
  SWATCH_WIDTH,
  type LegendEntry,
} from '../../../src/layout/legendLayout'
import { screenStyle } from '../../../src/layout/LayoutStyle'
import { widthOf } from '../../../src/layout/TextStyle'

const { caption } = screenStyle

const entries: readonly LegendEntry[] = [
  { kind: 'padding', text: 'padding: 12 of 54 cells' },
  { kind: 'missing', text: 'missing: 2 of 54 cells' },
  { kind: 'below', text: 'below −0.02: 1 of 54 cells' },
  { kind: 'above', text: 'above 0.03: 4 of 54 cells' },
]

describe('legendLayout', () => {
  it('of nothing takes no room', () => {
    expect(legendLayout([], 10, 10, { maxWidth: 400, caption })).toEqual({ items: [], height: 0 })
  })

  it('is one row where there is room, more where there is not', () => {
    const wide = legendLayout(entries, 10, 50, { maxWidth: 2000, caption })
    const narrow = legendLayout(entries, 10, 50, { maxWidth: 200, caption })
    expect(new Set(wide.items.map(({ y }) => y)).size).toBe(1)
    expect(narrow.items.map(({ x }) => x)).toEqual([10, 10, 10, 10])
    expect(narrow.height).toBe(4 * wide.height)
  })

  it.each([60, 120, 333, 500, 1000])('keeps entries apart and within %d pixels', (maxWidth) => {
    const { items, height } = legendLayout(entries, 10, 50, { maxWidth, caption })
    const ends = items.map(({ x, text }) => x + SWATCH_WIDTH + SWATCH_GAP + widthOf(text, caption))
    expect(Math.max(...ends)).toBeLessThanOrEqual(10 + maxWidth)
    for (const [index, { x, y }] of items.entries()) {
      const isNewRow = index === 0 || y > (items[index - 1]?.y ?? NaN)
      expect(isNewRow || x > (ends[index - 1] ?? NaN)).toBe(true)
      expect(y).toBeLessThan(50 + height)
    }
  })
})
