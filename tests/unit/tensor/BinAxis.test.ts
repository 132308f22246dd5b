import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  binAxis,
  binOfCell,
  cellsOfBin,
  clampWindow,
  type AxisWindow,
} from '../../../src/tensor/BinAxis'

const anyCount = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 131_072 }))
const anyPixels = fc.integer({ min: 140, max: 4000 })
const anyShare = fc.double({ min: 0, max: 1, noNaN: true })

const anyWindowed = fc
  .tuple(anyCount, anyPixels, anyShare, anyShare)
  .map(([cellCount, pixelCount, startShare, spanShare]) => {
    const span = 1 + spanShare * (cellCount - 1)
    return { cellCount, pixelCount, window: { start: startShare * (cellCount - span), span } }
  })

describe('clampWindow', () => {
  it.each<[string, AxisWindow, number, AxisWindow]>([
    ['of an axis without cells is empty', { start: 0, span: 5 }, 0, { start: 0, span: 0 }],
    ['moves a window from before the axis', { start: -3, span: 4 }, 10, { start: 0, span: 4 }],
    ['moves a window from beyond the axis', { start: 9, span: 4 }, 10, { start: 6, span: 4 }],
    ['shortens a window to the axis', { start: 3, span: 40 }, 10, { start: 0, span: 10 }],
    ['leaves a window inside alone', { start: 2.5, span: 4.25 }, 10, { start: 2.5, span: 4.25 }],
  ])('%s', (_, window, cellCount, clamped) => {
    expect(clampWindow(window, cellCount)).toEqual(clamped)
  })

  it('changes nothing the second time', () => {
    const anyNumber = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(
        anyNumber,
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        anyCount,
        (start, span, count) => {
          const once = clampWindow({ start, span }, count)
          expect(clampWindow(once, count)).toEqual(once)
          expect(once.start).toBeGreaterThanOrEqual(0)
          expect(once.start + once.span).toBeLessThanOrEqual(count + 1e-9)
        },
      ),
    )
  })
})

describe('binAxis', () => {
  it('of no cell has no bin', () => {
    expect(binAxis(0, 300)).toMatchObject({ binCount: 0, cellsPerBin: 1 })
    expect(binAxis(0, 0)).toMatchObject({ binCount: 0 })
  })

  it('of cells that have a pixel each is the cells', () => {
    expect(binAxis(109, 109)).toMatchObject({ cellsPerBin: 1, firstBin: 0, binCount: 109 })
  })

  it('is as small as the room allows, and at least one cell', () => {
    expect(binAxis(109, 108).cellsPerBin).toBe(2)
    expect(binAxis(109, 1000).cellsPerBin).toBe(1)
    expect(binAxis(109, 0)).toMatchObject({ cellsPerBin: 109, binCount: 1 })
    expect(binAxis(131_072, 1200)).toMatchObject({ cellsPerBin: 110, binCount: 1192 })
  })

  it('of a window has the bins that it touches', () => {
    const axis = binAxis(100, 20, { start: 9.5, span: 36 })
    expect(axis).toMatchObject({ cellsPerBin: 2, firstBin: 4, binCount: 19 })
    expect(cellsOfBin(axis, 0)).toEqual([8, 10])
    expect(cellsOfBin(axis, 18)).toEqual([44, 46])
  })

  it('ends at single cells', () => {
    expect(binAxis(131_072, 1200, { start: 77_700, span: 1198 }).cellsPerBin).toBe(1)
  })

  it('has a pixel for every bin', () => {
    fc.assert(
      fc.property(anyWindowed, ({ cellCount, pixelCount, window }) => {
        expect(binAxis(cellCount, pixelCount).binCount).toBeLessThanOrEqual(pixelCount)
        expect(binAxis(cellCount, pixelCount, window).binCount).toBeLessThanOrEqual(pixelCount)
      }),
    )
  })

  it('covers the window with whole cells, without gap or overlap', () => {
    fc.assert(
      fc.property(anyWindowed, ({ cellCount, pixelCount, window }) => {
        const axis = binAxis(cellCount, pixelCount, window)
        const bounds = Array.from({ length: axis.binCount }, (_, bin) => cellsOfBin(axis, bin))
        expect(bounds.flat().every(Number.isInteger)).toBe(true)
        expect(bounds.every(([first, end]) => first < end && end <= cellCount)).toBe(true)
        expect(bounds.slice(1).every(([first], k) => first === bounds[k]?.[1])).toBe(true)
        expect(bounds[0]?.[0]).toBeLessThanOrEqual(axis.start)
        expect(bounds.at(-1)?.[1]).toBeGreaterThanOrEqual(axis.start + axis.span - 1e-9)
      }),
    )
  })

  it('is anchored at the axis’ start: the bin of a cell does not depend on where the window begins', () => {
    fc.assert(
      fc.property(anyWindowed, anyShare, anyShare, (drawn, other, share) => {
        const { cellCount, pixelCount, window } = drawn
        const moved = { ...window, start: other * (cellCount - window.span) }
        const [a, b] = [window, moved].map((each) => binAxis(cellCount, pixelCount, each))
        if (a === undefined || b === undefined) throw new Error('two windows')
        const cell = Math.min(cellCount - 1, Math.floor(share * cellCount))
        expect(cellsOfBin(a, binOfCell(a, cell))).toEqual(cellsOfBin(b, binOfCell(b, cell)))
      }),
    )
  })

  it('finds the bin of each of its cells', () => {
    fc.assert(
      fc.property(anyWindowed, anyShare, ({ cellCount, pixelCount, window }, share) => {
        const axis = binAxis(cellCount, pixelCount, window)
        const bin = Math.min(axis.binCount - 1, Math.floor(share * axis.binCount))
        const [first, end] = cellsOfBin(axis, bin)
        expect([binOfCell(axis, first), binOfCell(axis, end - 1)]).toEqual([bin, bin])
      }),
    )
  })
})
