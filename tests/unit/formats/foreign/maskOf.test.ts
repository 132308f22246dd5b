import { expect, test } from 'vitest'
import { maskOf, withoutMask } from '../../../../src/formats/foreign/maskOf'

test.each([
  ['−1e9', [0.2, -1e9, 0.4, -1e9], -1e9, 2],
  ['−10,000', [0.2, -1e4, 0.4], -1e4, 1],
  ['the least float16', [0.2, -65504, -5.5], -65504, 1],
  ['the fill value of numpy.ma', [0.2, 1e20, NaN, 0.4], 1e20, 1],
  ['any number far away, twice', [0.2, -777, 0.4, -777], -777, 2],
  ['the same in all others', [0.5, 0.5, -1e9], -1e9, 1],
])('%s is a mask', (_, values, value, count) => {
  expect(maskOf(Float64Array.from(values))).toMatchObject({ value, count })
})

test.each([
  ['the diagonal of cosines', [1, 1, 0.001, 0.002]],
  ['zeros', [0, 0, 500, 501]],
  ['an outlier', [0.2, -777, 0.4]],
  ['a large range', [-1e9, 1e9, 3e8, 0]],
  ['counts of thousands', [1e4, 1e4, 9000, 100]],
  ['no values', []],
  ['one value', [-1e9, -1e9]],
])('%s are none', (_, values) => {
  expect(maskOf(Float64Array.from(values))).toBeUndefined()
})

test('the other values are its rest, and stay', () => {
  const values = Float32Array.of(0.5, -1e9, -0.25, Infinity)
  expect(maskOf(values)?.rest).toEqual([-0.25, 0.5])
  expect([...withoutMask(values, -1e9)]).toEqual([0.5, NaN, -0.25, Infinity])
})
