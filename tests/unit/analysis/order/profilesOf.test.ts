import { describe, expect, it } from 'vitest'
import { finish } from '../../../../src/analysis/Sliced'
import { profilesOf } from '../../../../src/analysis/order/profilesOf'
import { type Profile } from '../../../../src/tensor/Profile'
import { tensorOfRows } from '../../tensor/anyTensor'

function at(profile: Profile, item: number): Readonly<Record<keyof Profile, number | undefined>> {
  const { count, mean, low, high, min, max } = profile
  return {
    count: count[item],
    mean: mean[item],
    low: low[item],
    high: high[item],
    min: min[item],
    max: max[item],
  }
}

describe('a profile', () => {
  /* Mean and quantiles made with NumPy: np.mean(a), np.percentile(a, 10), np.percentile(a, 90). */
  it('of a layer is what NumPy finds in its finite values', () => {
    const rows = [
      [3, 1, 4, NaN, 1, 5, 9, Infinity, 2, 6],
      [-0.5, 0.25, 8],
    ]
    const { layers } = finish(profilesOf(tensorOfRows(rows), 0))
    expect(at(layers, 0)).toEqual({
      count: 8,
      mean: 3.875,
      low: 1,
      high: 6.8999999999999995,
      min: 1,
      max: 9,
    })
    const { low, high, ...rest } = at(layers, 1)
    expect(rest).toEqual({ count: 3, mean: 7.75 / 3, min: -0.5, max: 8 })
    expect(low).toBeCloseTo(-0.35, 12)
    expect(high).toBeCloseTo(6.45, 12)
  })

  it('of a token goes over the layers that have it', () => {
    const tensor = { ...tensorOfRows([[1, 2, 3], [5]]), align: 'end' as const }
    const { tokens } = finish(profilesOf(tensor, 0))
    expect(at(tokens, 0)).toEqual({ count: 1, mean: 1, low: 1, high: 1, min: 1, max: 1 })
    expect(at(tokens, 2)).toMatchObject({ count: 2, mean: 4, min: 3, max: 5 })
  })

  it('without values is no number but its count', () => {
    const { tokens, layers } = finish(profilesOf(tensorOfRows([[NaN], []]), 0))
    const none = { count: 0, mean: NaN, low: NaN, high: NaN, min: NaN, max: NaN }
    expect(at(tokens, 0)).toEqual(none)
    expect(at(layers, 1)).toEqual(none)
    const empty = finish(profilesOf(tensorOfRows([]), 0))
    expect(empty.tokens.count).toHaveLength(0)
    expect(empty.layers.count).toHaveLength(0)
  })
})
