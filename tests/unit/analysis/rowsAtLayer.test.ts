import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignQueries } from '../../../src/analysis/alignment/alignQueries'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { rowsAtLayer } from '../../../src/analysis/rowsAtLayer'
import { finish } from '../../../src/analysis/Sliced'
import { cellInRows, lacksToken, ownCell, ownPlace } from '../../../src/tensor/atLayer'
import { cellAt, matrixOf, type Axis, type Matrix } from '../../../src/tensor/Matrix'
import { rowOf, tokenCountOf, valueAt, type Tensor } from '../../../src/tensor/Tensor'
import { withOrders } from '../../../src/tensor/withOrders'
import { anySpec, tensorOf } from '../tensor/anyTensor'

/** The queries of a tensor at a layer, as a matrix and with what is displayed of them. */
function rowsOf(tensor: Tensor, layer: number, axis: Axis) {
  const alignment = axis === 'aligned' ? finish(alignQueries(tensor, 0)) : undefined
  const orders = alignment && { alignment }
  const made = finish(rowsAtLayer(tensor, asLoaded(tensor), { layer, axis, ...orders }))
  return { ...made, matrix: withOrders(matrixOf(made.tensor, 0, axis, 'query'), orders) }
}

function columnsOf({ columnCount }: Matrix): readonly number[] {
  return Array.from({ length: columnCount }, (_, column) => column)
}

const anyRows = fc.record({
  tensor: anySpec.filter(({ queries }) => queries.length > 1).map(tensorOf),
  layer: fc.nat({ max: 4 }),
  axis: fc.constantFrom('position' as const, 'distance' as const, 'aligned' as const),
})

describe('rowsAtLayer', () => {
  it('has each value of the layer once, in the row of its query, and no other value', () => {
    fc.assert(
      fc.property(anyRows, ({ tensor, layer, axis }) => {
        const { matrix, displayed } = rowsOf(tensor, layer, axis)
        let count = 0
        for (let row = 0; row < tensor.queries.length; row++) {
          for (const column of columnsOf(matrix)) {
            if (lacksToken(matrix.tensor, row, matrix.step === 1 ? column : NaN)) continue
            const own = ownPlace(matrix, row, column)
            const value = own && cellAt(own.matrix, own.rowIndex, own.columnIndex)
            expect(cellAt(matrix, row, column)).toBe(value)
            if (value !== undefined) count++
          }
        }
        expect(displayed.statistics[0]?.cellCount).toBe(count)
        const stored = tensor.queries.map((_, q) => rowOf(tensor, q, layer).length)
        // Tokens that share a column have one value together.
        const all = stored.reduce((sum, length) => sum + length, 0)
        expect(axis === 'aligned' ? count <= all : count === all).toBe(true)
      }),
    )
  })

  it('finds each token of each query in its column, and back', () => {
    fc.assert(
      fc.property(anyRows, ({ tensor, layer, axis }) => {
        const { matrix } = rowsOf(tensor, layer, axis)
        for (let query = 0; query < tensor.queries.length; query++) {
          for (let token = 0; token < tokenCountOf(tensor, query); token++) {
            const [row = -1, column = -1] =
              cellInRows(matrix.tensor, { query, cell: [layer, token] }) ?? []
            const shown = axis === 'distance' ? matrix.columnCount - 1 - column : column
            expect(row).toBe(query)
            const own = ownCell(matrix, row, shown)
            expect(own?.query).toBe(query)
            expect(own?.cell[0]).toBe(layer)
            // Of tokens that share a column, the first stands for it.
            const found = own?.cell[1] ?? NaN
            expect(axis === 'aligned' ? found <= token : found === token).toBe(true)
          }
        }
      }),
    )
  })

  it('has a column for each distance from the queries', () => {
    const tensor = tensorOf({
      queries: [
        { rows: [[0, 0.1]], uncoveredCount: 0, gap: 1 },
        { rows: [[1, 1.1, 1.2]], uncoveredCount: 0, gap: 0 },
      ],
      align: 'start',
      firstIndex: 0,
      tokenKind: 'own',
    })
    const { matrix } = rowsOf(tensor, 0, 'distance')
    // Distances 1, 2 and 3: the first query has no token directly before it.
    const cells = [0, 1].map((row) =>
      columnsOf(matrix).map((column) => cellAt(matrix, row, column)),
    )
    expect(cells).toEqual([
      [undefined, 0.1, 0],
      [1.2, 1.1, 1],
    ])
    expect(matrix.tensor.tokens.kind).toBe('none')
  })

  it('has the transformed values of each query, and leaves out what does not count', () => {
    const tensor = {
      ...tensorOf({
        queries: [
          {
            rows: [
              [1, 3],
              [2, 8],
            ],
            uncoveredCount: 0,
            gap: 0,
          },
          {
            rows: [
              [5, 7, 9],
              [6, 6, 0],
            ],
            uncoveredCount: 0,
            gap: 0,
          },
        ],
        align: 'start',
        firstIndex: 0,
        tokenKind: 'shared',
      }),
      special: ['0'],
    }
    const settings = { transform: 'layer-change', special: 'exclude' } as const
    const displayed = displayedOf(asLoaded(tensor), settings)
    const made = finish(rowsAtLayer(tensor, displayed, { layer: 1, axis: 'position' }))
    const shown = made.displayed.tensor
    expect(valueAt(shown, 0, 0, 1)).toBe(5)
    expect(valueAt(shown, 0, 1, 2)).toBe(-9)
    expect(valueAt(made.tensor, 0, 1, 2)).toBe(0)
    // Token 0 is special, so the highest change is not the 1 of token 0.
    expect(made.displayed.statistics[0]).toMatchObject({ cellCount: 5, max: 5, min: -9 })
  })
})
