import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  binColumnCount,
  binRect,
  binRowCount,
  columnCenter,
  edge,
  layerCenter,
  locate,
  type PlotGrid,
} from '../../../src/layout/PlotGrid'

/** As layoutFigure makes them: at most one bin a device pixel. */
const anyGrid: fc.Arbitrary<PlotGrid> = fc
  .record({
    plot: fc.record({
      x: fc.integer({ min: 0, max: 200 }),
      y: fc.integer({ min: 0, max: 200 }),
      width: fc.integer({ min: 160, max: 1200 }),
      height: fc.integer({ min: 140, max: 900 }),
    }),
    columnCount: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 131_072 })),
    layerCount: fc.integer({ min: 1, max: 300 }),
    isUpward: fc.boolean(),
    pixelRatio: fc.constantFrom(1, 1.25, 1.5, 2, 3, 4),
  })
  .map((grid) => {
    const { plot, columnCount, layerCount, isUpward, pixelRatio } = grid
    const columnsPerBin = Math.ceil(columnCount / Math.floor(plot.width * pixelRatio))
    const layersPerBin = Math.ceil(layerCount / Math.floor(plot.height * pixelRatio))
    return { plot, columnCount, layerCount, columnsPerBin, layersPerBin, isUpward, pixelRatio }
  })

const anyShare = fc.double({ min: 0, max: 0.9999, noNaN: true })

describe('edge', () => {
  it('of one part are its two ends', () => {
    expect([edge(0, 1, 300, 2), edge(1, 1, 300, 2)]).toEqual([0, 300])
  })

  it('grows strictly from 0 to the length while a part has a device pixel', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1500 }),
        fc.constantFrom(1, 2, 3),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (length, ratio, share) => {
          const count = Math.max(1, Math.floor(length * ratio * share))
          const edges = Array.from({ length: count + 1 }, (_, k) => edge(k, count, length, ratio))
          expect(edges[0]).toBe(0)
          expect(edges.at(-1)).toBe(length)
          expect(edges.slice(1).every((at, k) => at > (edges[k] ?? Infinity))).toBe(true)
          expect(edges.every((at) => Math.abs(at * ratio - Math.round(at * ratio)) < 1e-9)).toBe(
            true,
          )
        },
      ),
    )
  })
})

describe('locate', () => {
  it('finds nothing in a plot without cells', () => {
    const plot = { x: 0, y: 0, width: 200, height: 200 }
    const grid = { plot, columnsPerBin: 1, layersPerBin: 1, isUpward: true, pixelRatio: 1 }
    expect(locate({ ...grid, columnCount: 0, layerCount: 3 }, 5, 5)).toBeUndefined()
    expect(locate({ ...grid, columnCount: 3, layerCount: 0 }, 5, 5)).toBeUndefined()
  })

  it('finds each bin anywhere in its rectangle', () => {
    fc.assert(
      fc.property(anyGrid, anyShare, anyShare, anyShare, (grid, u, v, w) => {
        const binColumn = Math.floor(u * binColumnCount(grid))
        const binRow = Math.floor(v * binRowCount(grid))
        const { x, y, width, height } = binRect(grid, binColumn, binRow)
        expect(width).toBeGreaterThan(0)
        expect(height).toBeGreaterThan(0)
        // Just inside the far edges, where rounding could reach the neighbour.
        const points = [0.001, 0.2 + w * 0.6, 0.999]
        for (const share of points) {
          expect(locate(grid, x + width * share, y + height * share)).toEqual({ binColumn, binRow })
        }
      }),
    )
  })

  it('finds a bin under every point of the plot, whose rectangle holds it', () => {
    fc.assert(
      fc.property(anyGrid, anyShare, anyShare, (grid, u, v) => {
        const x = grid.plot.x + u * grid.plot.width
        const y = grid.plot.y + v * grid.plot.height
        const place = locate(grid, x, y)
        if (place === undefined) throw new Error('nothing there')
        const rect = binRect(grid, place.binColumn, place.binRow)
        expect(x).toBeGreaterThanOrEqual(rect.x - 1e-9)
        expect(x).toBeLessThanOrEqual(rect.x + rect.width + 1e-9)
        expect(y).toBeGreaterThanOrEqual(rect.y - 1e-9)
        expect(y).toBeLessThanOrEqual(rect.y + rect.height + 1e-9)
      }),
    )
  })

  it('finds nothing outside the plot', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const { x, y, width, height } = grid.plot
        expect(locate(grid, x - 0.01, y)).toBeUndefined()
        expect(locate(grid, x, y - 0.01)).toBeUndefined()
        expect(locate(grid, x + width, y)).toBeUndefined()
        expect(locate(grid, x, y + height)).toBeUndefined()
        expect(locate(grid, NaN, NaN)).toBeUndefined()
      }),
    )
  })

  it('has layer 0 at the bottom when layers run upward, else at the top', () => {
    const plot = { x: 0, y: 0, width: 200, height: 200 }
    const grid = { plot, columnCount: 1, layerCount: 2, columnsPerBin: 1, layersPerBin: 1 }
    expect(locate({ ...grid, isUpward: true, pixelRatio: 1 }, 5, 199)?.binRow).toBe(0)
    expect(locate({ ...grid, isUpward: false, pixelRatio: 1 }, 5, 199)?.binRow).toBe(1)
  })
})

describe('centers', () => {
  it('lie in the bin of their cell', () => {
    fc.assert(
      fc.property(anyGrid, anyShare, anyShare, (grid, u, v) => {
        const column = Math.floor(u * grid.columnCount)
        const layer = Math.floor(v * grid.layerCount)
        const binColumn = Math.floor(column / grid.columnsPerBin)
        const binRow = Math.floor(layer / grid.layersPerBin)
        const { x, y, width, height } = binRect(grid, binColumn, binRow)
        // Binned cells are placed as if the edges were not rounded to the pixel.
        const slack = 1 / grid.pixelRatio
        expect(columnCenter(grid, column)).toBeGreaterThanOrEqual(x - slack)
        expect(columnCenter(grid, column)).toBeLessThanOrEqual(x + width + slack)
        expect(layerCenter(grid, layer)).toBeGreaterThanOrEqual(y - slack)
        expect(layerCenter(grid, layer)).toBeLessThanOrEqual(y + height + slack)
      }),
    )
  })
})
