import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { layerUnion } from '../../../../src/analysis/combine/layerUnion'

it('of lists that begin the longest is the longest', () => {
  const union = layerUnion([['0', '1'], ['0', '1', '2'], []])
  expect(union).toEqual({ labels: ['0', '1', '2'], layers: [[0, 1], [0, 1, 2], []], kind: 'same' })
})

it('puts labels where their own list has them', () => {
  const union = layerUnion([
    ['0', '1', '2'],
    ['embed', '0', '2', 'final'],
  ])
  expect(union).toEqual({
    labels: ['embed', '0', '1', '2', 'final'],
    layers: [
      [-1, 0, 1, 2],
      [0, 1, -1, 2, 3],
    ],
    kind: 'merged',
  })
})

it('goes by index if no label is shared, however many there are', () => {
  expect(
    layerUnion([
      ['a', 'b'],
      ['0', '1'],
    ]),
  ).toEqual({
    labels: ['a', 'b'],
    layers: [
      [0, 1],
      [0, 1],
    ],
    kind: 'by-index',
  })
  expect(
    layerUnion([
      ['a', 'b'],
      ['0', '1', '2'],
    ]),
  ).toEqual({
    labels: ['0', '1', '2'],
    layers: [
      [0, 1],
      [0, 1, 2],
    ],
    kind: 'by-index',
  })
  // A label that occurs twice names no layer.
  expect(
    layerUnion([
      ['a', 'a', 'b'],
      ['a', 'b', 'c'],
    ])?.kind,
  ).toBe('by-index')
})

it('has the order of the longest list where orders differ', () => {
  expect(
    layerUnion([
      ['d', 'b', 'a'],
      ['a', 'b', 'c', 'e'],
    ]),
  ).toEqual({
    labels: ['a', 'b', 'c', 'e', 'd'],
    layers: [
      [2, 1, -1, -1, 0],
      [0, 1, 2, 3],
    ],
    kind: 'merged',
  })
})

it('gives every list back, in its order', () => {
  const sub = fc.subarray(['0', '1', '2', '3', '4', '5'])
  fc.assert(
    fc.property(fc.array(sub, { minLength: 1, maxLength: 4 }), (lists) => {
      const union = layerUnion(lists)
      if (union.kind === 'by-index') return
      expect(new Set(union.labels).size).toBe(union.labels.length)
      for (const [k, list] of lists.entries()) {
        const layers = union.layers[k] ?? []
        const present = layers.flatMap((layer, place) => (layer < 0 ? [] : [[layer, place]]))
        expect(present.map(([layer]) => layer)).toEqual(list.map((_, layer) => layer))
        expect(present.map(([, place = -1]) => union.labels[place])).toEqual(list)
      }
    }),
  )
})
