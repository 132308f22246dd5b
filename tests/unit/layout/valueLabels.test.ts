import { describe, expect, it } from 'vitest'
import { plotGrid, type PlotGrid } from '../../../src/layout/PlotGrid'
import { valueFormat, valueLabels, type ValueLabels } from '../../../src/layout/valueLabels'
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

  it('stand in all cells or in none, even if whole pixels make some cells narrower', () => {
    for (let width = 80; width < 260; width++) {
      expect([undefined, 5]).toContain(labelsOn({ width, height: 61 })?.labels.length)
    }
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

describe('a value in a cell', () => {
  it.each([
    [-0.04, 0.04, 2, 0.02834, '0.028'],
    [-0.04, 0.04, 3, 0.02834, '0.0283'],
    [0, 1, 2, 0.9349, '0.93'],
    [-1, 1, 2, -0.9349, '−0.93'],
    [0.9, 0.99, 2, 0.91234, '0.912'],
    [-3, 3, 2, -1.26, '−1.3'],
    [0, 250, 2, 123.4, '123'],
    [0, 250, 3, 123.4, '123.4'],
    [0, 9_000_000, 2, 1_234_567, '1234567'],
  ])('on %d … %d with %d digits: %d is %s', (...[low, high, digits, value, text]) => {
    expect(valueFormat({ low, high }, digits)(value)).toBe(text)
  })

  it.each([
    [0, 1e-12, 1.234e-13, '1.2e−13'],
    [0, 1e20, 1.234e19, '1.2e+19'],
    [-1.7e308, 1.7e308, -1.5e308, '−1.5e+308'],
    [0, Number.MIN_VALUE, 0, '0.0e+0'],
  ])('on %d … %d has an exponent', (low, high, value, text) => {
    expect(valueFormat({ low, high }, 2)(value)).toBe(text)
  })

  it('has no minus where it is rounded to zero', () => {
    expect(valueFormat({ low: -1, high: 1 }, 2)(-0.001)).toBe('0.00')
    expect(valueFormat({ low: -1, high: 1 }, 2)(-0)).toBe('0.00')
  })

  it('is nothing where it is missing, and has a sign where it is infinite', () => {
    const textOf = valueFormat({ low: -1, high: 1 }, 2)
    expect([NaN, Infinity, -Infinity].map(textOf)).toEqual(['', '∞', '−∞'])
  })
})
