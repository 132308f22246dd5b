import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layersAfter } from '../../../../src/app/zoom/layersAfter'
import { type Windows } from '../../../../src/tensor/Windows'
import { zoomLimits } from '../../../../src/app/zoom/zoomLimits'
import { plotGrid, type PlotGrid } from '../../../../src/layout/PlotGrid'
import { blankMatrix } from '../../layout/blankMatrix'

const plot = { x: 60, y: 40, width: 800, height: 400 }

interface Case {
  readonly layerCount?: number
  readonly tokenCount?: number
  readonly isUpward?: boolean
  readonly windows?: Windows
}

function caseOf(options: Case): { readonly grid: PlotGrid; readonly windows: Windows } {
  const { layerCount = 400, tokenCount = 100_000, isUpward = true, windows = {} } = options
  const grid = plotGrid(blankMatrix(layerCount, tokenCount), plot, {
    isUpward,
    pixelRatio: 1,
    windows,
  })
  return { grid, windows }
}

function zoomStep(factor: number): Parameters<typeof layersAfter>[0] {
  return { before: { k: 1, y: 0 }, after: { k: factor, y: 0 } }
}

function dragStep(y: number): Parameters<typeof layersAfter>[0] {
  return { before: { k: 4, y: 0 }, after: { k: 4, y } }
}

describe('the layers after a step of a gesture', () => {
  it('are all shown while each has its four pixels', () => {
    expect(layersAfter(zoomStep(8), caseOf({ layerCount: 100 }), 200)).toBeUndefined()
    expect(layersAfter(dragStep(50), caseOf({ layerCount: 12 }), 200)).toBeUndefined()
  })

  it('that are many are zoomed with the tokens, more slowly', () => {
    const window = layersAfter(zoomStep(8), caseOf({}), 200)
    expect(window?.span).toBeLessThan(400)
    expect(window?.span).toBeGreaterThan(400 / 8)
  })

  it('are zoomed all the way when the tokens are', () => {
    const { minSpan, cellCount } = zoomLimits(100_000, plot.width)
    const window = layersAfter(zoomStep(cellCount / minSpan), caseOf({}), 200)
    expect(window?.span).toBeCloseTo(zoomLimits(400, plot.height).minSpan, 6)
  })

  it.each([true, false])('stay under the pointer (upward: %s)', (isUpward) => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.01, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (factor, share) => {
          const window = layersAfter(zoomStep(factor), caseOf({ isUpward }), 40 + share * 400)
          const fromLow = isUpward ? 1 - share : share
          const under = (window?.start ?? NaN) + fromLow * (window?.span ?? NaN)
          expect(under).toBeCloseTo(fromLow * 400, 6)
        },
      ),
    )
  })

  it('are whole again when the tokens are', () => {
    const inside = layersAfter(zoomStep(64), caseOf({}), 140)
    if (inside === undefined) throw new Error('not zoomed')
    const back = { before: { k: 64, y: 0 }, after: { k: 1, y: 0 } }
    expect(layersAfter(back, caseOf({ windows: { layers: inside } }), 140)).toBeUndefined()
  })

  it.each([
    [true, 125],
    [false, 75],
  ])('follow a drag (upward: %s)', (isUpward, start) => {
    const layers = { start: 100, span: 100 }
    // A quarter of the plot downwards.
    const window = layersAfter(dragStep(100), caseOf({ isUpward, windows: { layers } }), 200)
    expect(window).toEqual({ start, span: 100 })
  })
})
