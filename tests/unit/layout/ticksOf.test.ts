import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ticksOf } from '../../../src/layout/ticksOf'

function texts(low: number, high: number): string[] {
  return ticksOf(low, high).map(({ text }) => text)
}

describe('ticksOf', () => {
  it('of one number is that number', () => {
    expect(texts(0.3, 0.3)).toEqual(['0.3'])
    expect(texts(0, 0)).toEqual(['0'])
  })

  it.each([
    [-0.04, 0.04, ['−0.04', '−0.02', '0', '+0.02', '+0.04']],
    [-1, 1, ['−1.0', '−0.5', '0', '+0.5', '+1.0']],
    [0, 1, ['0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [0.15, 0.45, ['0.15', '0.20', '0.25', '0.30', '0.35', '0.40', '0.45']],
    [-30, -5, ['−30', '−25', '−20', '−15', '−10', '−5']],
    [0, 50_000, ['0', '10,000', '20,000', '30,000', '40,000', '50,000']],
    [0, 1e-9, ['0', '2e−10', '4e−10', '6e−10', '8e−10', '1e−9']],
    [0.3, 0.30001, ['0.300000', '0.300002', '0.300004', '0.300006', '0.300008', '0.300010']],
  ])('from %d to %d are round', (low, high, expected) => {
    expect(texts(low, high)).toEqual(expected)
  })

  it('between neighbours in floating point are the two ends, told apart', () => {
    expect(texts(1, 1 + Number.EPSILON)).toEqual(['1', '1.0000000000000002'])
    expect(texts(0, Number.MIN_VALUE)).toEqual(['0', '5e−324'])
  })

  it('span all numbers', () => {
    const ticks = ticksOf(-Number.MAX_VALUE, Number.MAX_VALUE)
    expect(ticks.length).toBeGreaterThanOrEqual(2)
    expect(ticks.every(({ value }) => Number.isFinite(value))).toBe(true)
  })

  it('are few, in order, inside the domain, with distinct texts, for any domain', () => {
    fc.assert(
      fc.property(fc.double(finite), fc.double(finite), (a, b) => {
        expect(checkTicks(Math.min(a, b), Math.max(a, b))).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })

  it('are 3 to 9 unless the ends are nearly the same number', () => {
    const anyCenter = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    const anySpan = fc.double({ min: -6, max: 6, noNaN: true }).map((power) => 10 ** power)
    fc.assert(
      fc.property(anyCenter, anySpan, (center, span) => {
        const count = checkTicks(center - span, center + span)
        expect(count).toBeGreaterThanOrEqual(3)
        expect(count).toBeLessThanOrEqual(9)
      }),
      { numRuns: 1000 },
    )
  })
})

const finite = { noNaN: true, noDefaultInfinity: true }

function checkTicks(low: number, high: number): number {
  const ticks = ticksOf(low, high)
  expect(ticks.length).toBeLessThanOrEqual(9)
  const values = ticks.map(({ value }) => value)
  expect(values.every((value) => value >= low && value <= high)).toBe(true)
  expect(values.slice(1).every((value, index) => value > (values[index] ?? Infinity))).toBe(true)
  expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length)
  for (const { value, text } of ticks) {
    const read = Number(text.replaceAll(',', '').replaceAll('−', '-'))
    expect(Math.abs(read - value)).toBeLessThanOrEqual((high / 2 - low / 2) * 0.01)
  }
  return ticks.length
}
