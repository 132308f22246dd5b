import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignQueries } from '../../../src/analysis/alignment/alignQueries'
import { finish } from '../../../src/analysis/Sliced'
import { binAxis } from '../../../src/tensor/BinAxis'
import { binsOf, isPaddingBin, type Bins } from '../../../src/tensor/Bins'
import {
  cellAt,
  columnOfToken,
  isUnaligned,
  matrixOf,
  permutationOf,
  tokensOfColumns,
  type Matrix,
} from '../../../src/tensor/Matrix'
import { pyramidsOf } from '../../../src/tensor/Pyramid'
import { type Tensor } from '../../../src/tensor/Tensor'
import { absentCells, withOrders } from '../../../src/tensor/withOrders'
import { ragged } from '../analysis/ragged'

/** The values that a matrix shows, row by row: padding is `·`, and a column that the query lacks is `×`. */
function drawn(matrix: Matrix): string[] {
  return Array.from({ length: matrix.layerCount }, (_, row) =>
    Array.from({ length: matrix.columnCount }, (__, column) =>
      isUnaligned(matrix, column) ? '×' : String(cellAt(matrix, row, column) ?? '·'),
    ).join(' '),
  )
}

describe('withOrders', () => {
  it('leaves out columns that a query does not have', () => {
    const tensor = listed(
      [
        ['a', 'b', 'c', 'd'],
        [
          [1, 2, 3],
          [5, NaN, 7, 8],
        ],
      ],
      [
        ['a', 'x', 'c', 'd'],
        [
          [1, 2, 3],
          [5, 6, 7, 8],
        ],
      ],
    )
    expect(drawn(aligned(tensor, 0))).toEqual(['1 2 × 3 ·', '5 NaN × 7 8'])
    expect(drawn(aligned(tensor, 1))).toEqual(['1 × 2 3 ·', '5 × 6 7 8'])
    expect(absentCells(aligned(tensor, 0), 7)).toEqual({ unaligned: 1, cells: 8, padding: 1 })
  })

  it('shows the mean of several pieces in one column', () => {
    const tensor = listed(
      [
        ['F', 'ru', 'its', ':'],
        [
          [1, 2, NaN, -0],
          [3, 5, 7],
        ],
      ],
      [['Fru', 'its', ':'], [[1, 3, 0]]],
    )
    expect(drawn(aligned(tensor, 0))).toEqual(['1.5 NaN 0', '4 7 ·'])
    expect(Object.is(cellAt(aligned(tensor, 0), 0, 2), -0)).toBe(true)
    expect(absentCells(aligned(tensor, 0), 7)).toEqual({ unaligned: 0, cells: 6, padding: 1 })
    expect(columnOfToken(aligned(tensor, 0), 1)).toBe(0)
  })

  it('orders the columns of its tokens, and puts those that the query lacks behind them', () => {
    const tensor = listed(
      [['a', 'b', 'c', 'd'], [[1, 2, 3, 4]]],
      [['a', 'x', 'c', 'd'], [[5, 6, 7, 8]]],
    )
    const { alignment } = aligned(tensor, 1)
    const matrix = withOrders(matrixOf(tensor, 1, 'aligned', 'query'), {
      ...(alignment && { alignment }),
      tokenOrder: permutationOf(Uint32Array.of(3, 0, 2, 1), 'mean'),
    })
    expect(drawn(matrix)).toEqual(['8 5 7 6 ×'])
    expect(columnOfToken(matrix, 2)).toBe(2)
  })

  it('has no tree if some of its columns have several tokens', () => {
    const tensor = listed([['a', 'b'], [[1, 2]]], [['ab', 'c'], [[1, 2]]], [['a', 'b'], [[1, 2]]])
    const tree = new Float64Array(5)
    const ordered = (query: number): Matrix => {
      const { alignment } = aligned(tensor, query)
      const tokenOrder = { ...permutationOf(Uint32Array.of(1, 0), 'similarity'), tree }
      return withOrders(matrixOf(tensor, query, 'aligned', 'query'), {
        ...(alignment && { alignment }),
        tokenOrder,
      })
    }
    expect(ordered(0).tokenOrder?.tree).toBeUndefined()
    expect(ordered(1).tokenOrder?.tree).toBe(tree)
    expect(drawn(ordered(0))).toEqual(['1.5 ×'])
    expect(drawn(ordered(1))).toEqual(['2 1'])
  })

  it('has each of the values in one bin, however wide the bins are', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'ab')
    const list = fc.array(word, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(list, list, fc.integer({ min: 1, max: 5 }), (a, b, pixels) => {
        const tensor = listed([a, numbered(a)], [b, numbered(b)])
        const matrix = aligned(tensor, 1)
        const columns = binAxis(matrix.columnCount, pixels)
        expect(tokensOfColumns(matrix, 0, matrix.columnCount)).toHaveLength(
          matrix.starts === undefined ? matrix.columnCount : b.length,
        )
        const bins = greatestBins(matrix, columns)
        const shown = [...bins.values].filter((_, bin) => !isPaddingBin(bins, bin))
        // Of the values 1, 2, 3 …, the greatest of each bin rise to the last.
        expect(shown.at(-1)).toBe(b.length)
        expect(shown.toSorted((x, y) => x - y)).toEqual(shown)
      }),
    )
  })
})

function numbered(texts: readonly string[]): number[][] {
  return [texts.map((_, token) => token + 1)]
}

function greatestBins(matrix: Matrix, columns: ReturnType<typeof binAxis>): Bins {
  return binsOf({
    matrix,
    pyramids: pyramidsOf(matrix.tensor.values),
    columns,
    layers: binAxis(matrix.layerCount, 100),
    detail: 'max',
    reference: 0,
  })
}

function aligned(tensor: Tensor, query: number): Matrix {
  const alignment = finish(alignQueries(tensor))
  return withOrders(matrixOf(tensor, query, 'aligned', 'query'), { alignment })
}

/** A tensor of queries with their tokens and rows. */
function listed(...queries: readonly (readonly [string[], number[][]])[]): Tensor {
  const tensor = ragged(queries.map(([, rows]) => rows))
  const texts = queries.map(([list]) => list)
  return {
    ...tensor,
    tokens: { kind: 'own', texts },
    tokenCounts: Uint32Array.from(texts, ({ length }) => length),
  }
}
