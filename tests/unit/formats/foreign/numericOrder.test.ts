import { array, assert, constantFrom, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { inNumericOrder, numericOrder } from '../../../../src/formats/foreign/numericOrder'
import { foundOf } from './foundOf'

const labelled = (...labels: string[]) => ({ size: labels.length, labels })

test.each([
  [
    ['layer_0', 'layer_1', 'layer_10', 'layer_2'],
    [0, 1, 3, 2],
  ],
  [
    ['0', '1', '10', '2', '3', '4', '5', '6', '7', '8', '9'],
    [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 2],
  ],
  [
    ['blocks.0.a', 'blocks.0.b', 'blocks.10.a', 'blocks.10.b', 'blocks.2.a'],
    [0, 1, 4, 2, 3],
  ],
  [
    ['embed', 'final', 'layer_0', 'layer_1', 'layer_10', 'layer_2'],
    [0, 2, 3, 5, 4, 1],
  ],
])('%j is put in the order of its numbers', (labels, order) => {
  expect(numericOrder(labelled(...labels))).toEqual(order)
})

test.each([
  ['in order', ['layer_0', 'layer_2', 'layer_10']],
  ['counting down', ['L11', 'L10', 'L2']],
  ['ids of tokens', ['1', '9', '4', '5']],
  ['tokens with numbers', ['When 1', ' John 2', ' and 10', ' Mary 3']],
  ['repeated, in order', ['0_pre', '0_mid', '1_pre', '1_mid']],
  ['of output behind the last', ['0', '1', '2', 'output']],
])('labels %s stay', (_, labels) => {
  expect(numericOrder(labelled(...labels))).toBeUndefined()
})

test('the values of every dimension, ragged rows too, move with their labels', () => {
  const matrix = foundOf([{ size: 2 }, labelled('L10', 'L2', 'L7'), { size: 2 }])
  const ordered = inNumericOrder(matrix)
  expect([...ordered.array.values]).toEqual([3, 4, 5, 6, 1, 2, 9, 10, 11, 12, 7, 8])
  expect(ordered.array.dimensions[1]?.labels).toEqual(['L2', 'L7', 'L10'])
  expect(ordered.notices).toEqual([
    'Rows are in the order of their numbers; the file had another order (… L10, L2, L7 …).',
  ])
  const columns = foundOf([{ size: 2 }, labelled('L10', 'L2', 'L3')])
  expect([...inNumericOrder(columns).array.values]).toEqual([2, 3, 1, 5, 6, 4])
  const ragged = {
    ...foundOf([labelled('L10', 'L2', 'L3'), { size: 3 }]),
    values: Float64Array.of(1, 2, 3, 4, 5, 6),
    rowLengths: Uint32Array.of(3, 1, 2),
  }
  expect([...inNumericOrder(ragged).array.values]).toEqual([4, 5, 6, 1, 2, 3])
  expect(inNumericOrder(ragged).array.rowLengths).toEqual(Uint32Array.of(1, 2, 3))
})

test('sorting keys as texts changes nothing', () => {
  const columns = array(integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 3 })
  const rows = array(columns, { minLength: 12, maxLength: 25 })
  assert(
    property(rows, constantFrom('layer_', 'blocks.', ''), (values, prefix) => {
      const width = Math.min(...values.map(({ length }) => length))
      const entries = values.map((row, i) => [`${prefix}${i}`, row.slice(0, width)] as const)
      const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : 1))
      const [straight, mended] = [entries, sorted].map((each) =>
        inNumericOrder({
          name: '',
          values: Float64Array.from(each.flatMap(([, row]) => row)),
          dimensions: [labelled(...each.map(([key]) => key)), { size: width }],
        }),
      )
      expect(mended?.array).toEqual(straight?.array)
      expect(mended?.notices.length).toBe(1)
    }),
  )
})
