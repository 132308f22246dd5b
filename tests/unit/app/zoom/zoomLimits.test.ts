import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centerOn, panBy, reveal, zoomBy, zoomLimits } from '../../../../src/app/zoom/zoomLimits'
import { type AxisWindow } from '../../../../src/tensor/BinAxis'

const limits = zoomLimits(1000, 700)

const anyShare = fc.double({ min: 0, max: 1, noNaN: true })

/** Limits, a window within them, and a place in the window. */
const anyView = fc
  .tuple(fc.integer({ min: 2, max: 131_072 }), fc.integer({ min: 160, max: 2000 }))
  .chain(([cellCount, length]) => {
    const { minSpan } = zoomLimits(cellCount, length)
    return fc.tuple(anyShare, anyShare, anyShare).map(([u, v, w]) => {
      const span = minSpan + u * (cellCount - minSpan)
      const start = v * (cellCount - span)
      return { limits: { cellCount, minSpan }, window: { start, span }, anchor: start + w * span }
    })
  })

/** Where a cell is in a window: 0 at its start, 1 at its end. */
function shareOf(cell: number, { start, span }: AxisWindow): number {
  return (cell - start) / span
}

function visible(window: AxisWindow | undefined, cellCount: number): AxisWindow {
  return window ?? { start: 0, span: cellCount }
}

describe('zoomLimits', () => {
  it('end at cells of about 140 pixels, and at one cell', () => {
    expect(zoomLimits(1000, 700).minSpan).toBe(5)
    expect(zoomLimits(1000, 100).minSpan).toBe(1)
  })

  it('of few cells let nothing be zoomed', () => {
    const few = zoomLimits(3, 700)
    expect(few.minSpan).toBe(3)
    expect(zoomBy(undefined, 2, 1, few)).toBeUndefined()
    expect(zoomLimits(0, 700).minSpan).toBe(0)
  })
})

describe('zoomBy', () => {
  it('of a whole axis begins a window', () => {
    expect(zoomBy(undefined, 2, 500, limits)).toEqual({ start: 250, span: 500 })
  })

  it('out as far as in about the same place gives the same window', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.double({ min: 1, max: 40, noNaN: true }),
        ({ limits: any, window, anchor }, factor) => {
          fc.pre(window.span / factor >= any.minSpan && window.span < any.cellCount)
          const inside = zoomBy(window, factor, anchor, any)
          const back = visible(zoomBy(inside, 1 / factor, anchor, any), any.cellCount)
          expect(back.start).toBeCloseTo(window.start, 5)
          expect(back.span).toBeCloseTo(window.span, 5)
        },
      ),
    )
  })

  it('in leaves the anchor where it is', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.double({ min: 1, max: 1e4, noNaN: true }),
        ({ limits: any, window, anchor }, factor) => {
          const next = visible(zoomBy(window, factor, anchor, any), any.cellCount)
          expect(shareOf(anchor, next)).toBeCloseTo(shareOf(anchor, window), 5)
        },
      ),
    )
  })

  it('stays within the limits, whatever the factor', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        ({ limits: any, window, anchor }, factor) => {
          const { start, span } = visible(zoomBy(window, factor, anchor, any), any.cellCount)
          expect(span).toBeGreaterThanOrEqual(any.minSpan)
          expect(span).toBeLessThanOrEqual(any.cellCount)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(start + span).toBeLessThanOrEqual(any.cellCount + 1e-6)
        },
      ),
    )
  })
})

describe('panBy', () => {
  it('leaves a whole axis alone', () => {
    expect(panBy(undefined, 10, limits)).toBeUndefined()
  })

  it('moves by cells, and stops at the ends', () => {
    expect(panBy({ start: 10, span: 50 }, 5.5, limits)).toEqual({ start: 15.5, span: 50 })
    expect(panBy({ start: 10, span: 50 }, -50, limits)).toEqual({ start: 0, span: 50 })
    expect(panBy({ start: 10, span: 50 }, 5000, limits)).toEqual({ start: 950, span: 50 })
  })

  it('and back gives the same window, away from the ends', () => {
    const window = { start: 400, span: 50 }
    expect(panBy(panBy(window, 137, limits), -137, limits)).toEqual(window)
  })
})

describe('reveal', () => {
  const window = { start: 100, span: 50 }

  it.each<[string, readonly [number, number], number]>([
    ['leaves a window that shows the cells', [120, 121], 100],
    ['moves back to cells before it', [80, 82], 80],
    ['moves on to cells beyond it', [160, 162], 112],
    ['begins with cells that it is too narrow for', [200, 300], 200],
    ['moves by part of a cell that is cut', [149, 151], 101],
  ])('%s', (_, cells, start) => {
    expect(reveal(window, cells, limits)).toEqual({ start, span: 50 })
  })

  it('has nothing to do where all is shown', () => {
    expect(reveal(undefined, [5, 6], limits)).toBeUndefined()
  })
})

describe('centerOn', () => {
  it('of a whole axis begins a window about the cell', () => {
    expect(centerOn(undefined, 500, 41, limits)).toEqual({ start: 480, span: 41 })
  })

  it('keeps to the axis at its ends', () => {
    expect(centerOn(undefined, 0, 41, limits)).toEqual({ start: 0, span: 41 })
    expect(centerOn(undefined, 999, 41, limits)).toEqual({ start: 959, span: 41 })
  })

  it('leaves a narrow window that shows the cell, and moves one that does not', () => {
    const window = { start: 100, span: 20 }
    expect(centerOn(window, 119, 41, limits)).toBe(window)
    expect(centerOn(window, 120, 41, limits)).toEqual({ start: 110.5, span: 20 })
  })

  it('narrows a window that is too wide for labels', () => {
    expect(centerOn({ start: 100, span: 400 }, 300, 41, limits)).toEqual({ start: 280, span: 41 })
  })

  it('is never narrower than the limits', () => {
    expect(centerOn(undefined, 500, 1, limits)?.span).toBe(5)
  })
})
