import { expect, it } from 'vitest'
import { tied } from '../../../src/analysis/tied'

it('makes values equal that differ by no more than the tolerance, and keeps all others', () => {
  const means = Float64Array.of((0.1 + 0.2 + 0.3) / 3, 0.5, 0.2, -1)
  expect(means[0]).not.toBe(means[2])
  const [first, second, third, last] = tied(means, 1e-15)
  expect([second, last]).toEqual([0.5, -1])
  expect(first).toBe(third)
})

it('chains no values: a group is no wider than the tolerance', () => {
  expect([...tied(Float64Array.of(0, 1, 2, 3, 4), 1)]).toEqual([0, 0, 2, 2, 4])
  expect([...tied(new Float64Array(), 1)]).toEqual([])
})
