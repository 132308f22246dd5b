import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { innerRange, type InnerRange } from '../../../src/analysis/innerRange'
import { cellValues } from '../../../src/tensor/CellValues'

/** Enough values for the tails to be taken alone. */
const MANY = 100_000

function rangeOf(values: Float64Array | Float32Array, share = 0.01): InnerRange {
  const finiteCount = values.filter((value) => Number.isFinite(value)).length
  const belowCount = values.filter((value) => value === -Infinity).length
  const aboveCount = values.filter((value) => value === Infinity).length
  return innerRange(cellValues(values), share, { finiteCount, belowCount, aboveCount })
}

/** As numpy's `percentile` defines it, from all values in order. */
function sortedRange(
  values: Float64Array | Float32Array,
  share: number,
): Pick<InnerRange, 'low' | 'high'> {
  const sorted = [...values].filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b)
  const at = (position: number): number => {
    const low = sorted[Math.floor(position)] ?? NaN
    const high = sorted[Math.ceil(position)] ?? NaN
    const part = position - Math.floor(position)
    return low === high ? low + 0 : low * (1 - part) + high * part
  }
  const low = at(share * (sorted.length - 1))
  const high = at(sorted.length - 1 - share * (sorted.length - 1))
  return { low, high }
}

/** The ends to nine decimals: the part between two ranks is rounded at another place than in `sortedRange`. */
function rounded({
  low,
  high,
}: Pick<InnerRange, 'low' | 'high'>): Pick<InnerRange, 'low' | 'high'> {
  return { low: Number(low.toFixed(9)), high: Number(high.toFixed(9)) }
}

/** A range as it must be: the ends of all values in order, and as many values beyond as are beyond the range's own ends. */
function rightRange(
  values: Float64Array | Float32Array,
  share: number,
  { low, high }: Pick<InnerRange, 'low' | 'high'>,
): Omit<InnerRange, 'width'> {
  return {
    ...rounded(sortedRange(values, share)),
    belowCount: values.filter((value) => value < low || value === -Infinity).length,
    aboveCount: values.filter((value) => value > high || value === Infinity).length,
  }
}

/** The same noise every time, between −0.5 and 0.5. */
function noise(index: number): number {
  return ((Math.sin(index + 1) * 10_000) % 1) / 2
}

describe('the inner range', () => {
  it('is NaN where no value is finite', () => {
    for (const length of [0, 3, MANY]) {
      expect(rangeOf(new Float64Array(length).fill(NaN))).toMatchObject({ low: NaN, high: NaN })
    }
  })

  it('of one value is that value, of two lies between them', () => {
    expect(rangeOf(Float64Array.of(0.3))).toMatchObject({ low: 0.3, high: 0.3 })
    const { low, high } = rangeOf(Float64Array.of(0, 1))
    expect([low, high]).toEqual([0.01, 0.99])
  })

  it('agrees with all values in order, missing and infinite ones among them', () => {
    const value = fc.oneof(
      { weight: 9, arbitrary: fc.double({ min: -2, max: 2, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 0, -0) },
    )
    fc.assert(
      fc.property(fc.array(value), fc.constantFrom(0.01, 0.05), (numbers, share) => {
        const values = Float64Array.from(numbers)
        const { width: _width, ...range } = rangeOf(values, share)
        expect({ ...range, ...rounded(range) }).toEqual(rightRange(values, share, range))
      }),
    )
  })

  it.each<[string, (index: number) => number]>([
    ['all equal', () => 0.25],
    ['two values', (index) => index % 2],
    ['nearly all zero', (index) => (index % 500 === 0 ? noise(index) : 0)],
    ['half of them zero', (index) => (index % 2 === 0 ? Math.abs(noise(index)) : 0)],
    ['rising', (index) => index],
    ['falling', (index) => -index],
    ['noise', noise],
    ['noise of few digits', (index) => Math.round(noise(index) * 20) / 20],
    ['heavy tails', (index) => Math.tan(noise(index) * 3.1)],
    ['half of them missing', (index) => (index % 2 === 0 ? NaN : noise(index))],
    ['most of them infinite', (index) => (index % 7 === 0 ? noise(index) : Infinity)],
    ['some infinite on both sides', (index) => [Infinity, -Infinity][index % 90] ?? noise(index)],
    ['in a part of the file only', (index) => (index < 50_000 ? 5 : noise(index))],
  ])('of many values (%s) is that of all in order', (_, valueOf) => {
    for (const values of [
      Float64Array.from({ length: MANY }, (__, index) => valueOf(index)),
      Float32Array.from({ length: MANY }, (__, index) => valueOf(index)),
    ]) {
      for (const share of [0.01, 0.05]) {
        const { width: _width, ...range } = rangeOf(values, share)
        expect({ ...range, ...rounded(range) }).toEqual(rightRange(values, share, range))
      }
    }
  })
})
