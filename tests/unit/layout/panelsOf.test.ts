import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FigureLayout } from '../../../src/layout/FigureLayout'
import { layoutFigure } from '../../../src/layout/layoutFigure'
import { type Plots } from '../../../src/layout/LayoutInput'
import { locateInPlots } from '../../../src/layout/locate'
import { binRect, type PlotGrid } from '../../../src/layout/PlotGrid'
import { isInside } from './boxes'
import { inputOf, ordinary, type Draft } from './panelDraft'
import { faultsOf } from './faultsOf'

/** So many queries, some with a shorter past. */
function countsOf(plotCount: number): Plots<number> {
  const rest = Array.from({ length: plotCount - 1 }, (_, k) => 14 - (k % 4) * 3)
  return [15, ...rest]
}

function twelveCounts(first: number): Plots<number> {
  return [first, ...countsOf(11)]
}

function cellSizes({ plots }: FigureLayout): readonly (readonly [number, number])[] {
  return plots.map(({ grid: { plot, columns, layers } }) => [
    plot.width / columns.span,
    plot.height / layers.span,
  ])
}

const anyTokenCount = fc.integer({ min: 0, max: 60 })

const anyDraft: fc.Arbitrary<Draft> = fc.record({
  tokenCounts: fc.oneof(
    fc.tuple(anyTokenCount),
    fc.tuple(anyTokenCount, anyTokenCount),
    fc.tuple(anyTokenCount, anyTokenCount, anyTokenCount, anyTokenCount, anyTokenCount),
    anyTokenCount.map(twelveCounts),
  ),
  layerCount: fc.integer({ min: 1, max: 40 }),
  width: fc.integer({ min: 400, max: 1600 }),
  height: fc.integer({ min: 400, max: 1200 }),
  tokenKind: fc.constantFrom('own', 'shared', 'none'),
  axis: fc.constantFrom('position', 'distance'),
  isPadded: fc.boolean(),
  isUpward: fc.boolean(),
  windows: fc.option(
    fc.record({
      columns: fc.record({
        start: fc.double({ min: 0, max: 40, noNaN: true }),
        span: fc.double({ min: 1, max: 20, noNaN: true }),
      }),
    }),
    { nil: {} },
  ),
  hasOwnBars: fc.boolean(),
})

function titlesOf(count: number): readonly (readonly string[])[] {
  const { plots } = layoutFigure(inputOf({ ...ordinary, tokenCounts: countsOf(count) }))
  return plots.map(({ title }) => title.map(({ text }) => text))
}

/** Whether each of four plots has token labels of its own. */
function areLabelled(change: Pick<Draft, 'isPadded' | 'tokenKind'>): readonly boolean[] {
  const { plots } = layoutFigure(inputOf({ ...ordinary, tokenCounts: [15, 12, 9, 6], ...change }))
  return plots.map(({ tokenLabels }) => tokenLabels.labels.length > 0)
}

describe('layoutFigure of several plots', () => {
  const kinds = ['own', 'shared', 'none'] as const
  const cases = [1, 2, 5, 12].flatMap((count) =>
    kinds.flatMap((kind) => [400, 960, 1600].map((width) => [count, kind, width] as const)),
  )

  it.each(cases)(
    'has %i plots with %s texts inside and apart in a width of %i, cells of one size',
    (count, tokenKind, width) => {
      const tokenCounts = countsOf(count)
      const layout = layoutFigure(inputOf({ ...ordinary, tokenCounts, tokenKind, width }))
      expect(layout.plots).toHaveLength(count)
      expect(faultsOf(layout)).toEqual([])
      const [first, ...others] = cellSizes(layout)
      for (const [cellWidth, cellHeight] of others) {
        expect(cellWidth).toBeCloseTo(first?.[0] ?? NaN, 6)
        expect(cellHeight).toBeCloseTo(first?.[1] ?? NaN, 6)
      }
    },
  )

  it('has everything inside and apart at any size', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const layout = layoutFigure(inputOf(draft))
        expect(faultsOf(layout)).toEqual([])
        expect(layout.width).toBeLessThanOrEqual(draft.width)
      }),
      { numRuns: 100 },
    )
  })

  it('titles each panel, and none that is alone', () => {
    expect(titlesOf(1)).toEqual([[]])
    expect(titlesOf(3)).toEqual([['Meta Token #1'], ['Meta Token #2'], ['Meta Token #3']])
  })

  it('labels shared columns once below each column of panels, others below each panel', () => {
    expect(areLabelled({ isPadded: true, tokenKind: 'shared' })).toEqual([false, false, true, true])
    expect(areLabelled({ isPadded: true, tokenKind: 'own' })).toEqual([true, true, true, true])
    expect(areLabelled({ isPadded: false, tokenKind: 'shared' })).toEqual([true, true, true, true])
  })

  it('finds the plot and the bin of every point in a plot, and nothing elsewhere', () => {
    const anyShare = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(anyDraft, anyShare, anyShare, (draft, across, down) => {
        const { plots, width, height } = layoutFigure(inputOf(draft))
        const [x, y] = [across * width, down * height]
        const point = { x, y, width: 0, height: 0 }
        const holder = plots.find(({ grid }) => binCountOf(grid) > 0 && isInside(point, grid.plot))
        const found = locateInPlots(plots, x, y)
        expect(found && plots[found.index]).toBe(holder)
      }),
      { numRuns: 60 },
    )
  })

  it('finds the last bin of every plot by its middle', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const { plots } = layoutFigure(inputOf(draft))
        for (const plot of plots.filter(({ grid }) => binCountOf(grid) > 0)) {
          const { columns, layers } = plot.grid
          const place = { binColumn: columns.binCount - 1, binRow: layers.binCount - 1 }
          const { x, y, width, height } = binRect(plot.grid, place)
          const found = locateInPlots(plots, x + width / 2, y + height / 2)
          expect(found && plots[found.index]).toBe(plot)
          expect(found?.place).toEqual(place)
        }
      }),
      { numRuns: 60 },
    )
  })
})

function binCountOf({ columns, layers }: PlotGrid): number {
  return columns.binCount * layers.binCount
}
