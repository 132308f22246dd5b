import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  distanceOf,
  layerCountOf,
  layerLabel,
  maxLayerCount,
  queryOf,
  rowOf,
  sequenceIndex,
  tokenCountOf,
  tokenText,
  valueAt,
  valuesOfQuery,
} from '../../../src/tensor/Tensor'
import { anySpec, tensorOf, tensorOfRows, type TensorSpec } from './anyTensor'
import { numbersOf } from './numbersOf'

describe('a tensor', () => {
  it('without layers has no row and no value', () => {
    const tensor = tensorOfRows([])
    expect(layerCountOf(tensor, 0)).toBe(0)
    expect(rowOf(tensor, 0, 0)).toMatchObject({ offset: 0, firstToken: 0, length: 0 })
    expect(valueAt(tensor, 0, 0, 0)).toBeUndefined()
    expect(valuesOfQuery(tensor, 0)).toHaveLength(0)
  })

  it('tells padding from missing', () => {
    const tensor = tensorOfRows([[0.5], [NaN, 0.25]])
    expect(valueAt(tensor, 0, 0, 1)).toBeUndefined()
    expect(valueAt(tensor, 0, 1, 0)).toBeNaN()
    expect(valueAt(tensor, 0, 1, 1)).toBe(0.25)
  })

  it('puts a short row at the start or at the end of the past', () => {
    const rows = [[1], [2, 3, 4]]
    expect(rowOf(tensorOfRows(rows), 0, 0).firstToken).toBe(0)
    expect(rowOf(tensorOfRows(rows, { align: 'end' }), 0, 0).firstToken).toBe(2)
    expect(valueAt(tensorOfRows(rows, { align: 'end' }), 0, 0, 2)).toBe(1)
  })

  it('has no value outside its layers and tokens', () => {
    const tensor = tensorOfRows([[1, 2]])
    const outside = [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 2],
    ] as const
    for (const [layer, token] of outside) expect(valueAt(tensor, 0, layer, token)).toBeUndefined()
  })

  it('counts distance from the position of the query, past the first index', () => {
    const tensor = tensorOf(spaced)
    expect(queryOf(tensor, 0).position).toBe(12)
    expect(sequenceIndex(tensor, 0)).toBe(7)
    expect(distanceOf(tensor, 0, 2)).toBe(3)
  })

  it('names a query that it does not have', () => {
    expect(() => queryOf(tensorOfRows([[1]]), 3)).toThrow(/no query 3: the tensor has 1/)
  })

  it('labels layers by their index where the file does not', () => {
    const tensor = tensorOfRows([[1], [2]])
    expect(layerLabel(tensor, 1)).toBe('1')
    expect(layerLabel({ ...tensor, layerLabels: ['embed', 7] }, 0)).toBe('embed')
    expect(layerLabel({ ...tensor, layerLabels: ['embed', 7] }, 1)).toBe('7')
  })

  it('has the text of each past token, and of no other', () => {
    const own = tensorOf({ ...spaced, tokenKind: 'own' })
    const shared = tensorOf({ ...spaced, tokenKind: 'shared' })
    expect(tokenText(own, 0, 2)).toBe('0:2')
    expect(tokenText(shared, 0, 2)).toBe('2')
    expect(tokenText(own, 0, 3)).toBeUndefined()
    expect(tokenText(shared, 0, -1)).toBeUndefined()
    expect(tokenText(tensorOf(spaced), 0, 0)).toBeUndefined()
  })

  it('gives back every value where it was written', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const tensor = tensorOf(spec)
        const round = spec.isFloat32 === true ? Math.fround : Number
        spec.queries.forEach(({ rows }, q) => {
          const read = rows.map((row, layer) => {
            const { firstToken } = rowOf(tensor, q, layer)
            return row.map((_, k) => valueAt(tensor, q, layer, firstToken + k))
          })
          expect(read).toEqual(rows.map((row) => row.map(round)))
          expect(numbersOf(valuesOfQuery(tensor, q))).toEqual(rows.flat().map(round))
          for (let layer = 0; layer < rows.length; layer++) {
            const { firstToken, length } = rowOf(tensor, q, layer)
            expect(firstToken + length).toBeLessThanOrEqual(tokenCountOf(tensor, q))
          }
        })
        expect(maxLayerCount(tensor)).toBe(Math.max(...spec.queries.map(({ rows }) => rows.length)))
      }),
    )
  })
})

const spaced: TensorSpec = {
  queries: [{ rows: [[1, 2, 3]], uncoveredCount: 0, gap: 2 }],
  align: 'start',
  firstIndex: 7,
  tokenKind: 'none',
}
