import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutFigure } from '../../../src/layout/layoutFigure'
import { windowOf } from '../../../src/tensor/Windows'
import { inputOf, ordinary } from './panelDraft'

describe('the bins of several plots', () => {
  it('has bins of one size in all panels, zoomed or not, none of them lost', () => {
    const anyCount = fc.integer({ min: 1, max: 4000 })
    const anyWindow = fc.record({
      start: fc.double({ min: 0, max: 3000, noNaN: true }),
      span: fc.double({ min: 1, max: 4000, noNaN: true }),
    })
    const anyPanels = fc.tuple(anyCount, anyCount, anyCount)
    fc.assert(
      fc.property(anyPanels, fc.option(anyWindow, { nil: undefined }), (tokenCounts, columns) => {
        const windows = columns && windowOf(columns, { cellCount: Math.max(...tokenCounts) })
        const draft = { ...ordinary, tokenCounts, tokenKind: 'none' as const }
        const { plots, grid } = layoutFigure(
          inputOf({ ...draft, windows: windows ? { columns: windows } : {} }),
        )
        for (const { grid: own } of plots) {
          expect(own.columns.cellsPerBin).toBe(grid.columns.cellsPerBin)
          // The last one may be cut in the middle of a device pixel.
          for (let k = 0; k < own.columns.binCount; k++) {
            const length = (own.columnEdges[k + 1] ?? 0) - (own.columnEdges[k] ?? 0)
            expect(length).toBeGreaterThan(0.24)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('shows no column of a panel that ends before the window', () => {
    const windows = { columns: { start: 10, span: 4 } }
    const { plots } = layoutFigure(inputOf({ ...ordinary, tokenCounts: [15, 12, 9], windows }))
    expect(plots.map(({ grid: { columns } }) => [columns.start, columns.binCount])).toEqual([
      [10, 4],
      [10, 2],
      [9, 0],
    ])
    const [whole, part] = plots.map(({ grid: { plot } }) => plot.width)
    expect(part).toBeCloseTo((whole ?? NaN) / 2, 6)
  })
})
