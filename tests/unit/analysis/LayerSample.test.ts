import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LayerSample } from '../../../src/analysis/LayerSample'
import { type Row } from '../../../src/tensor/Tensor'

function rowOf(values: readonly number[]): Row {
  const { length } = values
  return { values: Float64Array.from(values), block: 0, offset: 0, firstToken: 0, length }
}

function sampleOf(values: readonly number[], before: readonly number[] = [3, 1, 2]): LayerSample {
  const sample = new LayerSample(100)
  sample.read(rowOf(before))
  sample.read(rowOf(values))
  return sample
}

describe('LayerSample', () => {
  it('has the upper median and the median absolute deviation of the finite values, in any order', () => {
    const number = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.double({ min: -1, max: 1 }))
    fc.assert(
      fc.property(fc.array(number, { maxLength: 40 }), (values) => {
        const finite = values.filter(Number.isFinite).toSorted((a, b) => a - b)
        const { count, median, scale } = sampleOf(values)
        expect(count).toBe(finite.length)
        expect(median + 0).toBe((finite[finite.length >> 1] ?? NaN) + 0)
        const deviations = finite.map((value) => Math.abs(value - median)).toSorted((a, b) => a - b)
        const middle = deviations[deviations.length >> 1] ?? 0
        expect(middle > 0 ? scale : 0).toBeCloseTo(middle / 0.6745, 12)
      }),
    )
  })

  it('has them whatever the last layer was', () => {
    const layer = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 20, maxLength: 60 })
    fc.assert(
      fc.property(layer, layer, (values, before) => {
        const { median, scale } = sampleOf(values, before)
        expect([median, scale]).toEqual([sampleOf(values, []).median, sampleOf(values, []).scale])
      }),
    )
  })

  it('has the median of each of many layers that are not like each other', () => {
    const layer = fc.array(fc.oneof(fc.double(), fc.constant(0)), { maxLength: 30 })
    fc.assert(
      fc.property(fc.array(layer, { minLength: 5, maxLength: 20 }), (layers) => {
        const sample = new LayerSample(100)
        for (const values of layers) {
          sample.read(rowOf(values))
          const finite = values.filter(Number.isFinite).toSorted((a, b) => a - b)
          expect(sample.median + 0).toBe((finite[finite.length >> 1] ?? NaN) + 0)
        }
      }),
    )
  })

  it('takes the mean deviation if more than half of the values are the same', () => {
    expect(sampleOf([1, 1, 1, 1, 5]).scale).toBeCloseTo(0.8 / Math.sqrt(2 / Math.PI), 12)
    expect(sampleOf([2, 2]).scale).toBe(0)
    expect(sampleOf([NaN, Infinity])).toMatchObject({ count: 0, median: NaN, scale: 0 })
  })
})
