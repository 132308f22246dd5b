import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUsable, unitOf, withEnd } from '../../../../src/app/settings/Ends'

describe('ends of a color range', () => {
  it('are usable in order and finite only', () => {
    expect(isUsable([0, 1])).toBe(true)
    for (const ends of [
      [1, 0],
      [1, 1],
      [NaN, 1],
      [0, Infinity],
    ] as const) {
      expect(isUsable(ends)).toBe(false)
    }
  })

  it('move in round steps, also where there is no range', () => {
    expect(unitOf([-0.2, 0.4])).toBe(0.001)
    expect(unitOf([0, 0])).toBe(1)
    expect(withEnd([-0.2, 0.4], 0, -0.1994, [-0.2, 0.4])).toEqual([-0.199, 0.4])
  })

  it('never pass one another', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true })
    fc.assert(
      fc.property(value, fc.constantFrom(0 as const, 1 as const), (to, side) => {
        expect(isUsable(withEnd([-1, 2], side, to, [-10, 10]))).toBe(true)
      }),
    )
  })
})
