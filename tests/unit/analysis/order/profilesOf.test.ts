import { describe, expect, it } from 'vitest'
import { finish } from '../../../../src/analysis/Sliced'
import { comparedQueries, profilesOf } from '../../../../src/analysis/order/profilesOf'
import { type Profile } from '../../../../src/tensor/Profile'
import { ragged } from '../ragged'
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

describe('compared queries', () => {
  it('have the profile of their own layers', () => {
    const tensor = ragged([[[1, 3]], [[5], [7, 9]]])
    const { layers, queries } = finish(profilesOf(tensor, 1, [0, 1]))
    expect(queries?.map(({ layers: { mean } }) => [...mean])).toEqual([[2], [5, 8]])
    expect(queries?.[1]?.layers).toBe(layers)
  })

  it('are all, or the eight around the shown one; none unless the view compares them', () => {
    const tensor = ragged(Array.from({ length: 20 }, () => [[1]]))
    const view = { query: 11, profiles: true, query_lines: true }
    expect(comparedQueries(tensor, view)).toEqual([8, 9, 10, 11, 12, 13, 14, 15])
    expect(comparedQueries(tensor, { ...view, query: 18 })).toEqual([16, 17, 18, 19])
    expect(comparedQueries(tensor, { ...view, query_lines: false })).toEqual([])
    expect(comparedQueries(tensor, { ...view, profiles: false })).toEqual([])
    expect(comparedQueries(ragged([[[1]]]), { ...view, query: 0 })).toEqual([])
  })
})
