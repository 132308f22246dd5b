import * as fc from 'fast-check'
import { plotGrid, type PlotGrid } from '../../../src/layout/PlotGrid'
import { type AxisWindow } from '../../../src/tensor/BinAxis'
import { withoutAbsent } from '../../../src/tensor/Windows'
import { blankMatrix } from './blankMatrix'

const anyPlot = fc.record({
  x: fc.integer({ min: 0, max: 200 }),
  y: fc.integer({ min: 0, max: 200 }),
  width: fc.integer({ min: 160, max: 1200 }),
  height: fc.integer({ min: 140, max: 900 }),
})

const anyShare = fc.double({ min: 0, max: 1, noNaN: true })

/** Where a window begins and how long it is, as shares of what is possible. */
const anyWindowShares = fc.option(fc.tuple(anyShare, anyShare), { nil: undefined })

type WindowShares = readonly [start: number, span: number] | undefined

/** The window of a whole axis is none; of its parts, at least one cell is visible. */
export function windowAt(shares: WindowShares, cellCount: number): AxisWindow | undefined {
  if (shares === undefined) return undefined
  const span = 1 + shares[1] * (cellCount - 1)
  return { start: shares[0] * (cellCount - span), span }
}

/** As layoutFigure makes them: whole or zoomed, of cells or of bins. */
export const anyGrid: fc.Arbitrary<PlotGrid> = fc
  .record({
    plot: anyPlot,
    columnCount: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 131_072 })),
    layerCount: fc.integer({ min: 1, max: 300 }),
    isUpward: fc.boolean(),
    pixelRatio: fc.constantFrom(1, 1.25, 1.5, 2, 3, 4),
    columnShares: anyWindowShares,
    layerShares: anyWindowShares,
  })
  .map(({ plot, columnCount, layerCount, isUpward, pixelRatio, ...shares }) => {
    const columns = windowAt(shares.columnShares, columnCount)
    const layers = windowAt(shares.layerShares, layerCount)
    return plotGrid(blankMatrix(layerCount, columnCount), plot, {
      isUpward,
      pixelRatio,
      windows: withoutAbsent({ columns, layers }),
    })
  })
