import { describe, expect, it } from 'vitest'
import { plotGrid, type PlotGrid } from '../../../src/layout/PlotGrid'
import { valueLabels, type ValueLabels } from '../../../src/layout/valueLabels'
import { binsOf, type Bins } from '../../../src/tensor/Bins'
import { matrixOf } from '../../../src/tensor/Matrix'
import { pyramidsOf } from '../../../src/tensor/Pyramid'
import { type Windows } from '../../../src/tensor/Windows'
import { tensorOfRows } from '../tensor/anyTensor'

const rows = [
  [0.111, 0.222, NaN, 0.444],
  [0.5, 0.6],
]

interface Plot {
  readonly width: number
  readonly height: number
  readonly windows?: Windows
}

function drawn({ width, height, windows = {} }: Plot): {
  readonly bins: Bins
  readonly grid: PlotGrid
} {
  const tensor = tensorOfRows(rows)
  const matrix = matrixOf(tensor, 0, 'position', 'query')
  const plot = { x: 10, y: 20, width, height }
  const grid = plotGrid(matrix, plot, { isUpward: false, pixelRatio: 1, windows })
  const { columns, layers } = grid
  const pyramids = pyramidsOf(tensor.values)
  const source = { matrix, pyramids, columns, layers, detail: 'extreme', reference: 0 } as const
  return { grid, bins: binsOf(source) }
}

function labelsOn(plot: Plot): ValueLabels | undefined {
  const { bins, grid } = drawn(plot)
  return valueLabels(bins, grid, (value) => (Number.isNaN(value) ? '' : value.toFixed(2)))
}

describe('values in cells', () => {
  it('stand in the middle of their cells; missing and padded ones have none', () => {
    const shown = labelsOn({ width: 240, height: 60 })
    expect(shown?.labels.map(({ x, y, text }) => [x, y, text])).toEqual([
      [40, 35, '0.11'],
      [100, 35, '0.22'],
      [220, 35, '0.44'],
      [40, 65, '0.50'],
      [100, 65, '0.60'],
    ])
  })

  it('are as large as labels where there is room, else smaller, else not there', () => {
    const sizes = [240, 150, 130, 100].map((width) => labelsOn({ width, height: 60 })?.fontSize)
    expect(sizes).toEqual([12, 12, 11, undefined])
    const low = [60, 24, 20].map((height) => labelsOn({ width: 240, height })?.fontSize)
    expect(low).toEqual([12, 9, undefined])
  })

  it('are left out of cells that the edge cuts', () => {
    const shown = labelsOn({
      width: 240,
      height: 60,
      windows: { columns: { start: 0.8, span: 2 } },
    })
    expect(shown?.labels.map(({ text }) => text)).toEqual(['0.22', '0.60'])
  })
})
