import { expect, it } from 'vitest'
import { plainWriting } from '../../../../src/analysis/description/Writing'

const visibleText = (text: string): string => text

it('writes no digits of a float32 that its shortest decimal does not have', () => {
  const cells = [0.9999967, 0.9999959, 0.99999].map((value) => Math.fround(value))
  const number = plainWriting({ visibleText, isFloat32: true }).numbers(cells)
  expect(cells.map(number)).toEqual(['0.9999967', '0.9999959', '0.9999900'])
})

it('writes numbers alike that a transform has computed from equal ones', () => {
  const cells = [500.05 - 500, 0.05, 0.1]
  const writing = plainWriting({ visibleText, areComputed: true, rounding: 1e-12 })
  expect(cells.map(writing.numbers(cells))).toEqual(['0.05', '0.05', '0.10'])
})
