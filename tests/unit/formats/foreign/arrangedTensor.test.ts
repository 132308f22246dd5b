import { array as arrayOf, assert, infiniteStream, integer, nat, property } from 'fast-check'
import { expect, test } from 'vitest'
import { arrangedTensor } from '../../../../src/formats/foreign/arrangedTensor'
import { type FoundArray, type Arrangement } from '../../../../src/formats/foreign/FoundFile'
import { layerLabel, tokenText, valueAt } from '../../../../src/tensor/Tensor'
import { foundOf } from './foundOf'
import { cellValues } from '../../../../src/tensor/CellValues'

/** Every way to give the three roles to some dimensions of so many, the others fixed at 0. */
function arrangements(rank: number): Arrangement[] {
  if (rank === 0) return [[]]
  return arrangements(rank - 1).flatMap((rest) =>
    (['query', 'layer', 'token', 0] as const).flatMap((role) =>
      role !== 0 && rest.includes(role) ? [] : [[...rest, role]],
    ),
  )
}

/** The cell of an array at an index of each dimension, by the plainest of ways. */
function naive(array: FoundArray, indices: readonly number[]): number | undefined {
  const last = indices.length - 1
  let row = 0
  for (let i = 0; i < last; i++) row = row * (array.dimensions[i]?.size ?? 1) + (indices[i] ?? 0)
  const cell = indices[last] ?? 0
  const lengths = [...(array.rowLengths ?? [])]
  if (array.rowLengths === undefined)
    return array.values[row * (array.dimensions[last]?.size ?? 1) + cell]
  if (cell >= (lengths[row] ?? 0)) return undefined
  return array.values[lengths.slice(0, row).reduce((sum, length) => sum + length, 0) + cell]
}

/** Where a tensor has another value than the array at the same place. */
function wrongCells(array: FoundArray, arrangement: Arrangement): string[] {
  const wrong: string[] = []
  const tensor = arrangedTensor(array, arrangement)
  const sizeOf = (role: string): number =>
    array.dimensions[arrangement.indexOf(role as 'token')]?.size ?? 1
  for (let query = 0; query < sizeOf('query'); query++) {
    for (let layer = 0; layer < sizeOf('layer'); layer++) {
      for (let token = 0; token < sizeOf('token'); token++) {
        const at = { query, layer, token }
        const indices = arrangement.map((role) => (typeof role === 'number' ? role : at[role]))
        // A gap within a row is missing, one at its end is padding.
        const value = valueAt(tensor, query, layer, token)
        const found = Number.isNaN(value) ? undefined : value
        wrong.push(
          ...(found === naive(array, indices) ? [] : [`${arrangement.join()} ${indices.join()}`]),
        )
      }
    }
  }
  return wrong
}

test.each([1, 2, 3, 4])('every use of %i dimensions has the cells of naive indexing', (rank) => {
  const array = foundOf([{ size: 2 }, { size: 3 }, { size: 4 }, { size: 2 }].slice(0, rank))
  expect(arrangements(rank).flatMap((each) => wrongCells(array, each))).toEqual([])
})

test('ragged rows keep their cells in every arrangement', () => {
  const sizes = arrayOf(integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 })
  assert(
    property(sizes, infiniteStream(nat(4)), nat(), (outer, stream, pick) => {
      const rowCount = outer.reduce((product, size) => product * size, 1)
      const rowLengths = Uint32Array.from(stream.take(rowCount))
      const size = Math.max(...rowLengths)
      const count = rowLengths.reduce((sum, length) => sum + length, 0)
      const array: FoundArray = {
        name: '',
        values: Float32Array.from({ length: count }, (_, i) => i + 1),
        dimensions: [...outer, size].map((each) => ({ size: each })),
        rowLengths,
      }
      const all = arrangements(outer.length + 1)
      expect(wrongCells(array, all[pick % all.length] ?? [])).toEqual([])
    }),
  )
})

test('an array that stands in order shares its buffer, another is a copy of its width', () => {
  const array = foundOf([{ size: 2 }, { size: 3 }], { values: Float32Array.of(1, 2, 3, 4, 5, 6) })
  expect(arrangedTensor(array, ['layer', 'token']).values.blocks[0]?.buffer).toBe(
    array.values.buffer,
  )
  expect(arrangedTensor(array, [1, 'token']).values.blocks[0]?.buffer).toBe(array.values.buffer)
  const turned = arrangedTensor(array, ['token', 'layer'])
  expect(turned.values).toEqual(cellValues(Float32Array.of(1, 4, 2, 5, 3, 6)))
})

test('layers that count down are flipped with their labels', () => {
  const array = foundOf([
    { size: 3, labels: ['L2', 'L1', 'L0'], isDescending: true },
    { size: 2, labels: ['a', 'b'] },
  ])
  const tensor = arrangedTensor(array, ['layer', 'token'])
  expect(layerLabel(tensor, 0)).toBe('L0')
  expect(valueAt(tensor, 0, 0, 1)).toBe(6)
  expect(tensor.view).toMatchObject({ layers: 'up' })
})

test('tokens come from labels, or from a list of fitting length, one for each query', () => {
  const array = foundOf([{ size: 2 }, { size: 1 }, { size: 3 }])
  const arrangement = ['query', 'layer', 'token'] as const
  const shared = arrangedTensor(array, arrangement, [['x'], ['a', 'b', 'c'], ['y', 'z']])
  expect(tokenText(shared, 1, 2)).toBe('c')
  const own = arrangedTensor(array, arrangement, [
    ['a', 'b', 'c'],
    ['d', 'e', 'f', 'g'],
  ])
  expect([tokenText(own, 0, 0), tokenText(own, 1, 3)]).toEqual(['a', 'g'])
  expect(arrangedTensor(array, arrangement, [['x']]).tokens).toEqual({ kind: 'none' })
})

test('an axis that is not of layers or tokens says what it is', () => {
  const array = foundOf([
    { size: 2, name: 'layer' },
    { size: 2, name: 'head' },
  ])
  expect(arrangedTensor(array, ['layer', 'token']).axes).toMatchObject({ column: 'Head' })
  const turned = arrangedTensor(array, ['token', 'layer'])
  expect(turned.axes).toMatchObject({ row: 'Head', column: 'Layer' })
  expect(turned.view).not.toHaveProperty('x_title')
})

test.each([
  [{ name: 'neuron', labels: ['3', '8'] }, ['Neuron 3', 'Neuron 8']],
  [{ name: 'dest', labels: ['the', 'the'] }, ['Dest 0 “the”', 'Dest 1 “the”']],
  [{ labels: ['L3H1', 'L3H2'] }, ['L3H1', 'L3H2']],
  [{}, ['Query 0', 'Query 1']],
])('queries are named by their dimension and its labels: %j', (dimension, expected) => {
  const array = foundOf([{ size: 2, ...dimension }, { size: 3 }])
  const { queries } = arrangedTensor(array, ['query', 'token'])
  expect(queries.map(({ label }) => label)).toEqual(expected)
})
