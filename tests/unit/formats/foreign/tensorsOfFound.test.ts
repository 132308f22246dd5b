import {
  array as arrayOf,
  assert,
  constantFrom,
  integer,
  property,
  record,
  tuple,
} from 'fast-check'
import { expect, test } from 'vitest'
import { tensorOfChoice } from '../../../../src/formats/foreign/tensorOfChoice'
import { tensorsOfFound } from '../../../../src/formats/foreign/tensorsOfFound'
import { rowOf, valueAt } from '../../../../src/tensor/Tensor'
import { TensorError } from '../../../../src/tensor/TensorError'
import { foundOf } from './foundOf'
import { numbersOf } from '../../tensor/numbersOf'
import { cellValues } from '../../../../src/tensor/CellValues'

const isMask = (v: number): boolean => Number.isFinite(v) && Math.abs(v) >= 1e30

const ROWS = 'Rows taken as layers: nothing in the file says so.'

const matrix = [{ size: 2 }, { size: 3 }]

test.each([[[]], [[foundOf([{ size: 0 }, { size: 3 }])]]])(
  'a file without numbers is refused',
  (arrays) => {
    expect(() => tensorsOfFound({ arrays, notices: [] }, 'x')).toThrow(TensorError)
  },
)

test('each of a few matrices is a tensor; vectors beside them are not', () => {
  const arrays = [
    foundOf([{ size: 3 }], { name: 'positions' }),
    foundOf(matrix, { name: 'cos' }),
    foundOf(matrix, { name: 'b', title: 'Entropy' }),
  ]
  const { tensors, notices } = tensorsOfFound({ arrays, notices: ['Understood.'] }, 'run')
  expect(tensors.map(({ name }) => name)).toEqual(['cos • run', 'Entropy • run'])
  expect(tensors.map(({ tensor }) => tensor.metric)).toEqual(['cos', 'b'])
  expect(notices).toEqual(['Understood.', ROWS])
})

test.each([
  [[{ size: 3 }], []],
  [
    [
      { size: 2, name: 'layer' },
      { size: 3, name: 'input' },
    ],
    [],
  ],
  [
    [
      { size: 3, name: 'token' },
      { size: 2, name: 'block' },
    ],
    ['Rows: blocks.'],
  ],
  [
    [{ size: 2, labels: ['L1', 'L0'] }, { size: 3 }],
    ['Axis 1 counts down. It is flipped, so that the first layer has index 0.'],
  ],
  [
    ['layer', 'head', 'dest', 'src'].map((name) => ({ size: 2, name })),
    ['Columns: srcs. One figure per dest.', 'Head fixed at 0.'],
  ],
  [[{ size: 3 }, { size: 3 }], [ROWS]],
  [[{ size: 1 }, { size: 3 }], []],
])('says what was made of dimensions where that is not plain: %j', (dimensions, notices) => {
  const arrays = [foundOf(dimensions)]
  expect(tensorsOfFound({ arrays, notices: [] }, 'x').notices).toEqual(notices)
})

test('of many arrays the first is opened, and the others are kept to be picked', () => {
  const arrays = Array.from({ length: 6 }, (_, i) => foundOf(matrix, { name: `w${i}` }))
  const { tensors, notices } = tensorsOfFound({ arrays, notices: [] }, 'run')
  expect(tensors).toHaveLength(1)
  expect(tensors[0]?.found?.file.arrays).toHaveLength(6)
  expect(notices).toEqual([ROWS, 'The file has 6 arrays; pick another under Axes.'])
})

test('masks of every width are missing, counted, and infinities are kept', () => {
  const kinds = constantFrom(NaN, Infinity, -Infinity, -3.4028234663852886e38, 1e30, 0.5, -1e29)
  assert(
    property(arrayOf(kinds, { minLength: 2 }), (numbers) => {
      const array = foundOf([{ size: 1 }, { size: numbers.length }], {
        values: Float64Array.from(numbers),
      })
      const { tensors, notices } = tensorsOfFound({ arrays: [array], notices: [] }, 'x')
      const values = numbersOf(tensors[0]?.tensor.values)
      expect(values).toEqual(numbers.map((v) => (isMask(v) ? NaN : v)))
      const masked = numbers.filter(isMask).length
      expect(notices.join().includes(`${masked} masked`)).toBe(masked > 0)
      const missing = numbers.filter((v) => Number.isNaN(v)).length
      expect(notices.join().includes(`${missing} missing`)).toBe(missing > 0)
    }),
  )
})

test('−65504 is missing on request only', () => {
  const array = foundOf(matrix, { values: Float32Array.of(1, 2, -65504, 4, 5, 6) })
  const { tensors, notices } = tensorsOfFound({ arrays: [array], notices: [] }, 'x')
  const found = tensors[0]?.found
  expect(notices).toEqual([
    ROWS,
    '1 value of −65504 may be a mask, left out of the colors. Decide under Axes.',
  ])
  expect(numbersOf(tensors[0]?.tensor.values)[2]).toBe(-65504)
  if (found === undefined) throw new Error('not a foreign tensor')
  const choice = { ...found.choice, isMaskMissing: true }
  const { tensor } = tensorOfChoice(found.file, choice, { fileName: 'x', isCertain: true })
  expect(tensor.values).toEqual(cellValues(Float32Array.of(1, 2, NaN, 4, 5, 6)))
})

test('zeros at the ends and [PAD] tokens are padding on request only', () => {
  const array = foundOf([{ size: 4 }, { size: 5, labels: ['a', 'b', 'c', '[PAD]', 'd'] }], {
    values: Float64Array.of(1, 0, 3, 9, 0, 0, 2, 0, 9, ...Array.from({ length: 11 }, () => 0)),
  })
  const { tensors } = tensorsOfFound({ arrays: [array], notices: [] }, 'x')
  const found = tensors[0]?.found
  expect(tensors[0]?.tensor.values).toHaveLength(20)
  expect(found?.zeroCount).toBe(14)
  if (found === undefined) throw new Error('not a foreign tensor')
  const choice = { ...found.choice, isZeroPadding: true }
  const { tensor } = tensorOfChoice(found.file, choice, { fileName: 'x', isCertain: true })
  expect([0, 1, 2, 3].map((layer) => rowOf(tensor, 0, layer).length)).toEqual([3, 3, 0, 0])
  expect([valueAt(tensor, 0, 1, 2), valueAt(tensor, 0, 1, 3)]).toEqual([0, undefined])
})

test('[PAD] tokens at the start are padding where no row ends in it', () => {
  const array = foundOf([{ size: 2 }, { size: 3, labels: ['[PAD]', '[PAD]', 'a'] }])
  const found = tensorsOfFound({ arrays: [array], notices: [] }, 'x').tensors[0]?.found
  expect(found?.zeroCount).toBe(4)
  if (found === undefined) throw new Error('not a foreign tensor')
  const { tensor } = tensorOfChoice(found.file, { ...found.choice, isZeroPadding: true }, found)
  expect([0, 1, 2].map((token) => valueAt(tensor, 0, 1, token))).toEqual([undefined, undefined, 6])
})

test.each([
  ['a tensor of nothing but zeros', [0, 0, 0, 0, 0, 0]],
  ['one layer of zeros at the end', [1, 2, 3, 0, 0, 0]],
])('%s is not padding', (_, numbers) => {
  const array = foundOf(matrix, { values: Float64Array.from(numbers) })
  expect(tensorsOfFound({ arrays: [array], notices: [] }, 'x').tensors[0]?.found?.zeroCount).toBe(0)
})

/** Returns the lengths of the rows of one query without padding, by its definition. */
function lengthsByDefinition(rows: readonly (readonly number[])[], padCount: number): number[] {
  const used = rows.map((row) => row.findLastIndex((value) => value !== 0) + 1)
  const most = Math.max(...used)
  if (most === 0) return rows.map((row) => row.length)
  const lastLayer = used.findLastIndex((length) => length > 0)
  const layerCount = lastLayer === rows.length - 2 ? rows.length : lastLayer + 1
  const length = Math.min(most, (rows[0]?.length ?? 0) - padCount)
  return rows.map((_, layer) => (layer < layerCount ? length : 0))
}

test('rows without padding end where all layers of their query have ended', () => {
  const size = integer({ min: 1, max: 6 })
  const anyCells = tuple(size, size, size).chain(([queries, layers, tokens]) => {
    // Zeros at the end are frequent only if most values are zeros.
    const value = constantFrom(0, 0, 0, 0, 0, -0, 0.5, NaN)
    const row = arrayOf(value, { minLength: tokens, maxLength: tokens })
    const query = arrayOf(row, { minLength: layers, maxLength: layers })
    return record({
      cells: arrayOf(query, { minLength: queries, maxLength: queries }),
      padCount: integer({ min: 0, max: tokens - 1 }),
    })
  })
  assert(
    property(anyCells, ({ cells, padCount }) => {
      const [queries, layers, tokens] = [cells.length, cells[0]?.length, cells[0]?.[0]?.length]
      if (layers === undefined || tokens === undefined) throw new Error('no cells')
      const labels = Array.from({ length: tokens }, (_, k) =>
        k < tokens - padCount ? 'a' : '[PAD]',
      )
      const array = foundOf(
        [
          { size: queries, name: 'query' },
          { size: layers, name: 'layer' },
          { size: tokens, labels },
        ],
        { values: Float64Array.from(cells.flat(2)) },
      )
      const arrangement = ['query', 'layer', 'token'] as const
      const readings = { isMaskMissing: false, isZeroPadding: true, isShifted: false }
      const file = { arrays: [array], notices: [] }
      const { tensor } = tensorOfChoice(
        file,
        { arrayIndex: 0, arrangement, ...readings },
        { fileName: 'x', isCertain: true },
      )
      const lengths = cells.flatMap((_, query) =>
        Array.from({ length: layers }, (__, layer) => rowOf(tensor, query, layer).length),
      )
      expect(lengths).toEqual(cells.flatMap((rows) => lengthsByDefinition(rows, padCount)))
    }),
    { numRuns: 500 },
  )
})
