import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binSizeFor, binsOf, isPaddingBin, type BinSize } from '../../../src/tensor/Bins'
import { cellAt, matrixOf, type Matrix } from '../../../src/tensor/Matrix'
import { anySpec, anyValue, tensorOf, tensorOfRows } from './anyTensor'

function rowBin(values: readonly number[], reference = 0): ReturnType<typeof binsOf> {
  const matrix = matrixOf(tensorOfRows([values]), 0, 'position', 'query')
  return binsOf(matrix, { columnsPerBin: values.length, layersPerBin: 1 }, reference)
}

describe('bins', () => {
  it('of a matrix without columns are none', () => {
    const matrix = matrixOf(tensorOfRows([[]]), 0, 'position', 'query')
    expect(binsOf(matrix, { columnsPerBin: 1, layersPerBin: 1 }, NaN).values).toHaveLength(0)
  })

  it.each([
    ['the cell farthest from the reference', [0.1, 0.5, 0.9], 0.8, 0.1],
    ['the larger magnitude of two equally far', [1, 5], 3, 5],
    ['the larger magnitude also below zero', [-5, -1], -3, -5],
    ['the larger value of two equally far and large', [-1, 1], 0, 1],
    ['Infinity', [1e308, Infinity, -1e308], 0, Infinity],
    ['−Infinity', [1, -Infinity], 1, -Infinity],
    ['Infinity rather than −Infinity', [-Infinity, Infinity], 0, Infinity],
    ['the farthest from 0 where there is no reference', [0.1, -0.2, NaN], NaN, -0.2],
  ])('show %s', (_, values, reference, shown) => {
    expect(rowBin(values, reference).values[0]).toBe(shown)
  })

  it('count what is missing and what is padding', () => {
    const tensor = tensorOfRows([[1, NaN, NaN, 2, 3], [4], []])
    const matrix = matrixOf(tensor, 0, 'position', 'query')
    const bins = binsOf(matrix, { columnsPerBin: 3, layersPerBin: 2 }, 0)
    expect([...bins.values]).toEqual([4, 3, NaN, NaN])
    expect([...bins.missingCounts]).toEqual([2, 0, 0, 0])
    expect([...bins.paddingCounts]).toEqual([2, 2, 3, 2])
  })

  it('of padding only are padding, of missing cells are not', () => {
    const matrix = matrixOf(tensorOfRows([[NaN, NaN, 1], []]), 0, 'position', 'query')
    const bins = binsOf(matrix, { columnsPerBin: 2, layersPerBin: 1 }, 0)
    expect([0, 1, 2, 3].map((bin) => isPaddingBin(bins, bin))).toEqual([false, false, true, true])
  })

  it('are as small as the room allows, and at least one cell', () => {
    const matrix = matrixOf(tensorOfRows([Array(109).fill(0)]), 0, 'position', 'query')
    expect(binSizeFor(matrix, 109, 1)).toEqual({ columnsPerBin: 1, layersPerBin: 1 })
    expect(binSizeFor(matrix, 108, 9)).toEqual({ columnsPerBin: 2, layersPerBin: 1 })
    expect(binSizeFor(matrix, 0, 0)).toEqual({ columnsPerBin: 109, layersPerBin: 1 })
  })

  it('show what a reading of every cell finds', () => {
    fc.assert(
      fc.property(
        anySpec,
        fc.nat({ max: 3 }),
        fc.record({
          columnsPerBin: fc.integer({ min: 1, max: 9 }),
          layersPerBin: fc.integer({ min: 1, max: 6 }),
        }),
        anyValue.filter((value) => Math.abs(value) !== Infinity),
        (spec, seed, size, reference) => {
          const axis = seed % 2 === 0 ? 'distance' : 'position'
          const tensor = tensorOf({ ...spec, isFloat32: false })
          const matrix = matrixOf(tensor, seed % spec.queries.length, axis, 'all')
          const bins = binsOf(matrix, size, reference)
          const expected = bruteForce(matrix, size, Number.isNaN(reference) ? 0 : reference)
          expect([bins.columnCount, bins.rowCount]).toEqual([
            Math.ceil(matrix.columnCount / size.columnsPerBin),
            Math.ceil(matrix.layerCount / size.layersPerBin),
          ])
          expected.forEach((bin, k) => {
            // −0 and 0 are equally far, large and great.
            expect((bins.values[k] ?? 0) + 0).toEqual(bin.shown + 0)
            expect(bins.missingCounts[k]).toBe(bin.missing)
            expect(bins.paddingCounts[k]).toBe(bin.padding)
            expect(isPaddingBin(bins, k)).toBe(bin.padding === bin.cells.length)
            const cell = cellAt(matrix, bins.layerIndices[k] ?? -1, bins.columnIndices[k] ?? -1)
            expect((cell ?? NaN) + 0).toEqual(bin.shown + 0)
          })
        },
      ),
    )
  })
})

interface ReadBin {
  readonly cells: readonly (number | undefined)[]
  readonly shown: number
  readonly missing: number
  readonly padding: number
}

/** Every bin by sorting its cells in the order that design.md §5 gives them. */
function bruteForce(matrix: Matrix, size: BinSize, reference: number): ReadBin[] {
  const bins: ReadBin[] = []
  for (let layer = 0; layer < matrix.layerCount; layer += size.layersPerBin) {
    for (let column = 0; column < matrix.columnCount; column += size.columnsPerBin) {
      const cells = cellsOfBin(matrix, size, layer, column)
      const numbers = cells.filter((cell) => cell !== undefined && !Number.isNaN(cell)) as number[]
      const [shown = NaN] = numbers.toSorted(
        (a, b) =>
          order(isInfinite(b), isInfinite(a)) ||
          order(Math.abs(b - reference), Math.abs(a - reference)) ||
          order(Math.abs(b), Math.abs(a)) ||
          order(b, a),
      )
      const missing = cells.filter((cell) => Number.isNaN(cell)).length
      const padding = cells.filter((cell) => cell === undefined).length
      bins.push({ cells, shown, missing, padding })
    }
  }
  return bins
}

function cellsOfBin(
  matrix: Matrix,
  size: BinSize,
  firstLayer: number,
  firstColumn: number,
): readonly (number | undefined)[] {
  const cells: (number | undefined)[] = []
  const endLayer = Math.min(firstLayer + size.layersPerBin, matrix.layerCount)
  const endColumn = Math.min(firstColumn + size.columnsPerBin, matrix.columnCount)
  for (let layer = firstLayer; layer < endLayer; layer++) {
    for (let column = firstColumn; column < endColumn; column++) {
      cells.push(cellAt(matrix, layer, column))
    }
  }
  return cells
}

function isInfinite(value: number): number {
  return Math.abs(value) === Infinity ? 1 : 0
}

/** Also for two infinite distances, whose difference is NaN. */
function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
