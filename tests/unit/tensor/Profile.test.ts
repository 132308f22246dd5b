import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finish } from '../../../src/analysis/Sliced'
import { profilesOf } from '../../../src/analysis/order/profilesOf'
import { binAxis, cellsOfBin } from '../../../src/tensor/BinAxis'
import {
  cellAt,
  matrixOf,
  tokenOfColumn,
  tokensOfColumns,
  type Matrix,
  layerOfRow,
} from '../../../src/tensor/Matrix'
import { layerLine, profileOfBins, tokenLine } from '../../../src/tensor/Profile'
import { anyReordered, anySpec, tensorOf } from './anyTensor'

const anyCase = fc
  .record({
    spec: anySpec,
    axis: fc.constantFrom('distance', 'position'),
    width: fc.constantFrom('query', 'all'),
    pixels: fc.integer({ min: 1, max: 12 }),
  })
  .chain(({ spec, axis, width, pixels }) => {
    const queries = spec.queries.map((query) => ({
      ...query,
      rows: query.rows.map((row) => row.map((value) => Math.round(value % 100) / 4)),
    }))
    const matrix = matrixOf(tensorOf({ ...spec, queries }), 0, axis, width)
    return fc
      .oneof(fc.constant(matrix), anyReordered(matrix))
      .map((shown) => ({ matrix: shown, columns: binAxis(shown.columnCount, pixels) }))
  })

function finiteIn(matrix: Matrix, rows: readonly number[], columns: readonly number[]): number[] {
  return rows
    .flatMap((row) => columns.map((column) => cellAt(matrix, row, column) ?? NaN))
    .filter((value) => Number.isFinite(value))
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, k) => start + k)
}

describe('a profile by bins', () => {
  it('has the mean and the extremes of all values of the columns, in any order of them', () => {
    fc.assert(
      fc.property(anyCase, ({ matrix, columns }) => {
        const { tokens } = finish(profilesOf(matrix.tensor, 0))
        const bins = profileOfBins(tokens, columns, (first, end) =>
          tokensOfColumns(matrix, first, end),
        )
        for (let bin = 0; bin < columns.binCount; bin++) {
          const cells = range(...cellsOfBin(columns, bin))
          const values = finiteIn(matrix, range(0, matrix.layerCount), cells)
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length
          expect(bins.count[bin]).toBe(values.length)
          expect(isNear(bins.mean[bin], mean)).toBe(true)
          expect(isNear(bins.min[bin], values.length === 0 ? NaN : Math.min(...values))).toBe(true)
          expect(isNear(bins.max[bin], values.length === 0 ? NaN : Math.max(...values))).toBe(true)
        }
      }),
    )
  })

  it('draws a layer and a token through the means of their own values', () => {
    fc.assert(
      fc.property(anyCase, ({ matrix, columns }) => {
        const rows = binAxis(matrix.layerCount, 3)
        for (const row of range(0, matrix.layerCount)) {
          const line = layerLine(matrix, columns, layerOfRow(matrix, row))
          const expected = range(0, columns.binCount).map((bin) =>
            meanOf(finiteIn(matrix, [row], range(...cellsOfBin(columns, bin)))),
          )
          expect(expected.every((mean, bin) => isNear(line[bin], mean))).toBe(true)
        }
        for (const column of range(0, matrix.columnCount)) {
          const line = tokenLine(matrix, rows, tokenOfColumn(matrix, column))
          const expected = range(0, rows.binCount).map((bin) =>
            meanOf(finiteIn(matrix, range(...cellsOfBin(rows, bin)), [column])),
          )
          expect(expected.every((mean, bin) => isNear(line[bin], mean))).toBe(true)
        }
      }),
    )
  })
})

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function isNear(value: number | undefined, expected: number): boolean {
  if (value === undefined || Number.isNaN(expected)) return Number.isNaN(value)
  return Math.abs(value - expected) < 1e-9
}
