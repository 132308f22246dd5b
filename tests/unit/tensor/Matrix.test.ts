import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellAt,
  columnOfToken,
  hasToken,
  layerOfRow,
  matrixOf,
  rowOfLayer,
  tokenOfColumn,
  type Axis,
  type Matrix,
  type MatrixWidth,
} from '../../../src/tensor/Matrix'
import { distanceOf, sequenceIndex } from '../../../src/tensor/Tensor'
import {
  anyReordered,
  anySpec,
  pastLength,
  tensorOf,
  tensorOfRows,
  type TensorSpec,
} from './anyTensor'

const anyView = fc.record({
  spec: anySpec,
  axis: fc.constantFrom<Axis>('position', 'distance'),
  width: fc.constantFrom<MatrixWidth>('query', 'all'),
  seed: fc.nat({ max: 3 }),
})

/** A matrix in an order of its own, beside the same in sequence. */
const anyOrder = anyView.chain(({ spec, axis, width, seed }) => {
  const q = seed % spec.queries.length
  const inSequence = matrixOf(tensorOf({ ...spec, isFloat32: false }), q, axis, width)
  return anyReordered(inSequence).map((matrix) => ({ matrix, inSequence }))
})

function cellsOf(matrix: Matrix): (number | undefined)[][] {
  return Array.from({ length: matrix.layerCount }, (_, layer) =>
    Array.from({ length: matrix.columnCount }, (__, column) => cellAt(matrix, layer, column)),
  )
}

describe('a matrix', () => {
  it('of a query without past has no column', () => {
    expect(matrixOf(tensorOfRows([[], []]), 0, 'distance', 'query')).toMatchObject({
      layerCount: 2,
      columnCount: 0,
    })
  })

  it('of one cell is that cell, on either axis', () => {
    const tensor = tensorOfRows([[0.5]])
    expect(cellsOf(matrixOf(tensor, 0, 'position', 'query'))).toEqual([[0.5]])
    expect(cellsOf(matrixOf(tensor, 0, 'distance', 'all'))).toEqual([[0.5]])
  })

  it('runs from the first token by position, from the nearest by distance', () => {
    const tensor = tensorOfRows([[1, 2, 3], [4]])
    expect(cellsOf(matrixOf(tensor, 0, 'position', 'query'))).toEqual([
      [1, 2, 3],
      [4, undefined, undefined],
    ])
    expect(cellsOf(matrixOf(tensor, 0, 'distance', 'query'))).toEqual([
      [3, 2, 1],
      [undefined, undefined, 4],
    ])
  })

  it('puts short rows at the end of the past where the file says so', () => {
    const tensor = tensorOfRows([[1, 2, 3], [4]], { align: 'end' })
    expect(cellsOf(matrixOf(tensor, 0, 'position', 'query'))[1]).toEqual([undefined, undefined, 4])
    expect(cellsOf(matrixOf(tensor, 0, 'distance', 'query'))[1]).toEqual([4, undefined, undefined])
  })

  it('begins at the nearest listed token where the query stands further on', () => {
    const spec: TensorSpec = {
      queries: [{ rows: [[1, 2]], uncoveredCount: 0, gap: 3 }],
      align: 'start',
      firstIndex: 5,
      tokenKind: 'own',
    }
    const matrix = matrixOf(tensorOf(spec), 0, 'distance', 'query')
    expect(cellsOf(matrix)).toEqual([[2, 1]])
    expect(distanceOf(matrix.tensor, 0, tokenOfColumn(matrix, 0))).toBe(4)
  })

  it('widened to all queries keeps each distance in its column', () => {
    const past = { uncoveredCount: 0, gap: 0 }
    const tensor = tensorOf({
      queries: [
        { ...past, rows: [[1]] },
        { ...past, rows: [[2, 3, 4], [5]] },
      ],
      align: 'start',
      firstIndex: 0,
      tokenKind: 'own',
    })
    expect(cellsOf(matrixOf(tensor, 0, 'distance', 'all'))).toEqual([
      [1, undefined, undefined],
      [undefined, undefined, undefined],
    ])
    expect(hasToken(matrixOf(tensor, 0, 'distance', 'all'), 1)).toBe(false)
  })

  it('shows every stored value exactly once, and padding everywhere else', () => {
    fc.assert(
      fc.property(anyView, ({ spec, axis, width, seed }) => {
        const q = seed % spec.queries.length
        const rows = spec.queries[q]?.rows ?? []
        const matrix = matrixOf(tensorOf({ ...spec, isFloat32: false }), q, axis, width)
        const sliced = cellsOf(matrix).map((row) => row.filter((cell) => cell !== undefined))
        const inOrder = sliced.map((row) => (axis === 'distance' ? row.toReversed() : row))
        const expected = Array.from({ length: matrix.layerCount }, (_, layer) => rows[layer] ?? [])
        expect(inOrder).toEqual(expected)
      }),
    )
  })

  it('has a rectangle of the layers and columns that its width names', () => {
    fc.assert(
      fc.property(anyView, ({ spec, axis, width, seed }) => {
        const q = seed % spec.queries.length
        const shown = width === 'all' ? spec.queries : spec.queries.slice(q, q + 1)
        const matrix = matrixOf(tensorOf(spec), q, axis, width)
        expect(matrix.layerCount).toBe(Math.max(...shown.map(({ rows }) => rows.length)))
        const ranges = shown.flatMap((query) => {
          const count = pastLength(query)
          if (count === 0) return []
          return axis === 'position'
            ? [{ first: 0, last: count - 1 }]
            : [{ first: query.gap, last: query.gap + count - 1 }]
        })
        const columnCount =
          ranges.length === 0
            ? 0
            : Math.max(...ranges.map(({ last }) => last)) -
              Math.min(...ranges.map(({ first }) => first)) +
              1
        expect(matrix.columnCount).toBe(columnCount)
      }),
    )
  })

  it('finds the column of each token, and each column knows its number', () => {
    fc.assert(
      fc.property(anyView, ({ spec, axis, width, seed }) => {
        const q = seed % spec.queries.length
        const matrix = matrixOf(tensorOf(spec), q, axis, width)
        for (let token = 0; token < matrix.tokenCount; token++) {
          const column = columnOfToken(matrix, token)
          expect(tokenOfColumn(matrix, column)).toBe(token)
          expect(column).toBeGreaterThanOrEqual(0)
          expect(column).toBeLessThan(matrix.columnCount)
          expect(hasToken(matrix, column)).toBe(true)
        }
        const numbers = Array.from({ length: matrix.columnCount }, (_, column) => {
          const token = tokenOfColumn(matrix, column)
          return axis === 'position'
            ? sequenceIndex(matrix.tensor, token)
            : distanceOf(matrix.tensor, q, token)
        })
        const [first = 0] = numbers
        expect(numbers).toEqual(numbers.map((_, column) => first + column))
      }),
    )
  })
})

describe('a matrix in an order of its own', () => {
  it('has each of its columns and rows once, and finds them again', () => {
    fc.assert(
      fc.property(anyOrder, ({ matrix, inSequence }) => {
        const columns = Array.from({ length: matrix.columnCount }, (_, column) => column)
        const rows = Array.from({ length: matrix.layerCount }, (_, row) => row)
        const tokens = columns.map((column) => tokenOfColumn(matrix, column))
        const layers = rows.map((row) => layerOfRow(matrix, row))
        expect(tokens.map((token) => columnOfToken(matrix, token))).toEqual(columns)
        expect(layers.map((layer) => rowOfLayer(matrix, layer))).toEqual(rows)
        const inOrder = columns.map((column) => tokenOfColumn(inSequence, column))
        expect(new Set(tokens)).toEqual(new Set(inOrder))
        expect(new Set(layers)).toEqual(new Set(rows))
      }),
    )
  })

  it('shows every value that it shows in sequence, where its layer and its token are', () => {
    fc.assert(
      fc.property(anyOrder, ({ matrix, inSequence }) => {
        const cells = cellsOf(inSequence)
        const reordered = cells.map((row, layer) =>
          row.map((_, column) => {
            const token = tokenOfColumn(inSequence, column)
            return cellAt(matrix, rowOfLayer(matrix, layer), columnOfToken(matrix, token))
          }),
        )
        expect(reordered).toEqual(cells)
      }),
    )
  })

  it('has the columns without a token behind those that have one', () => {
    fc.assert(
      fc.property(anyOrder, ({ matrix }) => {
        if (matrix.tokenOrder === undefined) return
        const shown = Array.from({ length: matrix.columnCount }, (_, c) => hasToken(matrix, c))
        expect(shown).toEqual(shown.map((_, column) => column < matrix.tokenCount))
      }),
    )
  })
})
