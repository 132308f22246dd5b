import { expect, it } from 'vitest'
import { openingQuery } from '../../../../src/formats/foreign/foundView'
import { tensorOfRows } from '../../tensor/anyTensor'
import { cellValues } from '../../../../src/tensor/CellValues'

const one = { rowOffsets: Float64Array.of(0, 2, 4), queryRows: Uint32Array.of(0, 1, 2) }

it.each([
  ['the last of queries that see more and more', [1, 0, 0.5, 0.5], { query: 1 }],
  ['the first where all see alike', [1, 2, 3, 4], {}],
  ['the first where nothing is there', [0, NaN, NaN, 0], {}],
  ['the first where the last sees less, or nothing is there', [1, 1, NaN, 0], {}],
])('is %s', (_name, values, view) => {
  expect(openingQuery({ ...one, values: cellValues(Float64Array.from(values)) })).toEqual(view)
})

it('is the first where the last sees a little more', () => {
  const values = cellValues(Float64Array.of(0, 1, 2, 3, 4, 5))
  const tensor = { values, rowOffsets: Float64Array.of(0, 3, 6), queryRows: one.queryRows }
  expect(openingQuery(tensor)).toEqual({})
})

it('is none of a single query', () => {
  expect(openingQuery(tensorOfRows([[0], [1]]))).toEqual({})
})
