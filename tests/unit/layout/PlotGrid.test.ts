import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locate } from '../../../src/layout/locate'
import {
  binEdges,
  binRect,
  cellMarkRect,
  columnCenter,
  placeOfCell,
  plotGrid,
  rowCenter,
  type PlotGrid,
} from '../../../src/layout/PlotGrid'
import { binAxis, cellsOfBin } from '../../../src/tensor/BinAxis'
import { anyGrid } from './anyGrid'
import { blankMatrix } from './blankMatrix'

const anyShare = fc.double({ min: 0, max: 0.9999, noNaN: true })
const square = { x: 0, y: 0, width: 200, height: 200 }

function gridOf(layerCount: number, columnCount: number, isUpward = true): PlotGrid {
  return plotGrid(blankMatrix(layerCount, columnCount), square, { isUpward, pixelRatio: 1 })
}

describe('binEdges', () => {
  it('of no bin are one at 0', () => {
    const axis = binAxis(0, 300)
    expect([...binEdges(axis, axis, 300, 2)]).toEqual([0])
  })

  it('of one bin are its two ends', () => {
    const axis = binAxis(1, 600)
    expect([...binEdges(axis, axis, 300, 2)]).toEqual([0, 300])
  })

  it('grow strictly from 0 to the length, on device pixels', () => {
    fc.assert(
      fc.property(anyGrid, ({ columnEdges, layerEdges, plot, pixelRatio }) => {
        for (const [edges, length] of [
          [columnEdges, plot.width] as const,
          [layerEdges, plot.height] as const,
        ]) {
          expect(edges[0]).toBe(0)
          expect(edges.at(-1)).toBe(length)
          expect(edges.slice(1).every((at, k) => at > (edges[k] ?? Infinity))).toBe(true)
          const inner = edges.slice(0, -1)
          expect(inner.every((at) => isWhole(at * pixelRatio))).toBe(true)
        }
      }),
    )
  })

  it('give a bin of few cells at the end its pixel', () => {
    const axis = binAxis(1001, 250)
    expect(axis).toMatchObject({ cellsPerBin: 5, binCount: 201 })
    expect([...binEdges(axis, axis, 250, 1)].slice(-2)).toEqual([249, 250])
  })

  it('give a bin that the window just touches its pixel', () => {
    const axis = binAxis(1000, 102, { start: 0.999, span: 100 })
    expect([...binEdges(axis, axis, 102, 1)].slice(0, 3)).toEqual([0, 1, 2])
  })
})

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9
}

describe('locate', () => {
  it('finds nothing in a plot without cells', () => {
    expect(locate(gridOf(3, 0), 5, 5)).toBeUndefined()
    expect(locate(gridOf(0, 3), 5, 5)).toBeUndefined()
  })

  it('finds each bin anywhere in its rectangle', () => {
    fc.assert(
      fc.property(anyGrid, anyShare, anyShare, anyShare, (grid, u, v, w) => {
        const binColumn = Math.floor(u * grid.columns.binCount)
        const binRow = Math.floor(v * grid.layers.binCount)
        const { x, y, width, height } = binRect(grid, { binColumn, binRow })
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
        const rect = binRect(grid, place)
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
    expect(locate(gridOf(2, 1), 5, 199)?.binRow).toBe(0)
    expect(locate(gridOf(2, 1, false), 5, 199)?.binRow).toBe(1)
  })
})

describe('the place of a cell', () => {
  it('is none where the window does not show it', () => {
    const options = {
      isUpward: true,
      pixelRatio: 1,
      windows: { columns: { start: 10, span: 5 } },
    }
    const grid = plotGrid(blankMatrix(3, 50), square, options)
    expect(placeOfCell(grid, { columnIndex: 9, rowIndex: 0 })).toBeUndefined()
    expect(placeOfCell(grid, { columnIndex: 15, rowIndex: 0 })).toBeUndefined()
    expect(placeOfCell(grid, { columnIndex: 10, rowIndex: 3 })).toBeUndefined()
    expect(placeOfCell(grid, { columnIndex: 14, rowIndex: 2 })).toEqual({
      binColumn: 4,
      binRow: 2,
    })
  })

  it('is the bin that holds it, with the bin’s rectangle', () => {
    fc.assert(
      fc.property(anyGrid, anyShare, anyShare, anyShare, (grid, u, v, w) => {
        const binColumn = Math.floor(u * grid.columns.binCount)
        const binRow = Math.floor(v * grid.layers.binCount)
        const cell = {
          columnIndex: cellAt(cellsOfBin(grid.columns, binColumn), w),
          rowIndex: cellAt(cellsOfBin(grid.layers, binRow), w),
        }
        expect(placeOfCell(grid, cell)).toEqual({ binColumn, binRow })
        expect(cellMarkRect(grid, cell)).toEqual(binRect(grid, { binColumn, binRow }))
      }),
    )
  })
})

function cellAt([first, end]: readonly [number, number], share: number): number {
  return first + Math.floor(share * (end - first))
}

describe('centers', () => {
  it('lie in the bin of their cell', () => {
    fc.assert(
      fc.property(anyGrid, anyShare, anyShare, (grid, u, v) => {
        const { columns, layers, plot } = grid
        const column = Math.floor(columns.start + u * columns.span)
        const layer = Math.floor(layers.start + v * layers.span)
        const rect = cellMarkRect(grid, { columnIndex: column, rowIndex: layer })
        if (rect === undefined) throw new Error('not in view')
        // Binned cells are placed as if the edges were not rounded to the pixel; the window may cut the middle off.
        const slack = 1 / grid.pixelRatio
        const x = Math.max(plot.x, Math.min(plot.x + plot.width, columnCenter(grid, column)))
        const y = Math.max(plot.y, Math.min(plot.y + plot.height, rowCenter(grid, layer)))
        expect(x).toBeGreaterThanOrEqual(rect.x - slack)
        expect(x).toBeLessThanOrEqual(rect.x + rect.width + slack)
        expect(y).toBeGreaterThanOrEqual(rect.y - slack)
        expect(y).toBeLessThanOrEqual(rect.y + rect.height + slack)
      }),
    )
  })
})
