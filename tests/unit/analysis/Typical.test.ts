import { describe, expect, it } from 'vitest'
import { asLoaded } from '../../../src/analysis/displayedOf'
import { type MeanRange } from '../../../src/analysis/meanRange'
import { baselinesOf, meanRangeOf, noiseThreshold, typicalOf } from '../../../src/analysis/Typical'
import { standingCells, standingOut, type StandingCell } from '../../../src/tensor/StandingOut'
import { type Tensor } from '../../../src/tensor/Tensor'
import { tensorOfRows } from '../tensor/anyTensor'
import { normal } from './normal'

function noise(layerCount: number, tokenCount: number, seed = 1): number[][] {
  const next = normal(seed)
  return Array.from({ length: layerCount }, () => Array.from({ length: tokenCount }, next))
}

function rangeOf(tensor: Tensor, columns: number): MeanRange {
  return meanRangeOf(asLoaded(tensor), 0, { columns, layers: 0 })
}

/** The cells that are shown in bins of 2 to the power of `columns` tokens. */
function shownIn(tensor: Tensor, columns: number): readonly StandingCell[] {
  const displayed = asLoaded(tensor)
  const { threshold } = meanRangeOf(displayed, 0, { columns, layers: 0 })
  const rule = standingOut(typicalOf(displayed, 0).baselines, threshold)
  return standingCells({ tensor, queryIndex: 0 }, displayed.pyramids, rule, Infinity)
}

describe('the threshold of noise', () => {
  it.each([
    // Quantiles of the standard normal distribution at 1 − 1 / (2 n), from tables.
    [100, 2.5758],
    [1000, 3.2905],
    [10_000, 3.8906],
    [1_000_000, 4.8916],
    [100_000_000, 5.7307],
  ])('of %i cells is what one of them exceeds', (count, quantile) => {
    expect(noiseThreshold(count)).toBeCloseTo(quantile, 1)
  })

  it.each([
    [12, 1024],
    [12, 20_000],
    [1, 50_000],
    [300, 400],
    [2000, 30],
  ])('lets noise of %i × %i pass about once in a picture', (layerCount, tokenCount) => {
    const counts = [1, 2, 3, 4].map(
      (seed) => shownIn(tensorOfRows(noise(layerCount, tokenCount, seed)), 3).length,
    )
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    expect(mean).toBeGreaterThan(0)
    expect(mean).toBeLessThan(4)
  })
})

describe('the baselines of layers', () => {
  it('are the median and the spread of each layer, whatever a few of its cells are', () => {
    const rows = noise(3, 5000).map((row, layer) =>
      row.map((value) => layer * 10 + value * (layer + 1)),
    )
    rows.forEach((row) => row.fill(1e6, 100, 200))
    const { medians, scales } = baselinesOf(tensorOfRows(rows), 0)
    medians.forEach((median, layer) => expect(median / 10).toBeCloseTo(layer, 1))
    scales.forEach((scale, layer) => expect(scale / (layer + 1)).toBeCloseTo(1, 0))
  })

  it('have a scale where most values are equal, and none where all are', () => {
    const sparse = Array.from({ length: 1000 }, (_, k) => (k % 10 === 0 ? 1 : 0))
    const { scales } = baselinesOf(tensorOfRows([sparse, sparse.map(() => 7)]), 0)
    expect(scales[0]).toBeGreaterThan(0)
    expect(scales[1]).toBe(0)
  })

  it('are not led astray by a few cells of a short layer', () => {
    const rows = noise(200, 12)
    rows[5] = rows[5]?.map(() => 0.01) ?? []
    const { scales } = baselinesOf(tensorOfRows(rows), 0)
    expect(Math.min(...scales)).toBeGreaterThan(0.5)
  })
})

describe('the cells that stand out', () => {
  it('do so in their own layer, where layers differ in level', () => {
    const rows = noise(12, 5000).map((row, layer) => row.map((value) => value + 50 * layer))
    const row = rows[4]
    if (row === undefined) throw new Error('twelve layers')
    row[777] = 210
    const found = shownIn(tensorOfRows(rows), 4)
    expect(found.filter(({ value }) => value === 210)).toEqual([
      { layerIndex: 4, tokenIndex: 777, value: 210 },
    ])
    expect(found.length).toBeLessThan(5)
  })

  it('are all shown if they are alike, though they are more than 2 % of the bins', () => {
    const rows = noise(4, 20_000).map((row) => {
      return row.map((value, token) => (token % 1000 === 7 ? 15 : value))
    })
    const { standingShare, shownShare } = rangeOf(tensorOfRows(rows), 6)
    expect(standingShare).toBeCloseTo(64 / 1000, 1)
    expect(shownShare).toBeCloseTo(standingShare, 2)
    const shown = shownIn(tensorOfRows(rows), 6)
    expect(shown.filter(({ value }) => value === 15)).toHaveLength(80)
  })

  it('are about 2 % of the bins where tails are heavy', () => {
    const [first, second, third] = [normal(5), normal(6), normal(7)]
    const heavy = (): number => first() / Math.hypot(second(), third())
    const rows = Array.from({ length: 12 }, () => Array.from({ length: 20_000 }, heavy))
    const { threshold, standingShare, shownShare } = rangeOf(tensorOfRows(rows), 6)
    expect(standingShare).toBeGreaterThan(0.3)
    expect(shownShare).toBeGreaterThan(0.01)
    expect(shownShare).toBeLessThanOrEqual(0.02)
    expect(threshold).toBeGreaterThan(noiseThreshold(240_000))
  })

  it('are none of many equal ones, so that the means show where they are denser', () => {
    const rows = Array.from({ length: 4 }, (_, layer) => {
      return Array.from({ length: 20_000 }, (__, token) => ((token * 7 + layer) % 11 === 0 ? 1 : 0))
    })
    const { standingShare, shownShare } = rangeOf(tensorOfRows(rows), 6)
    expect(standingShare).toBe(1)
    expect(shownShare).toBe(0)
  })

  it('are kept in a small picture, where one of them is more than 2 % of the bins', () => {
    const [row = []] = noise(1, 80)
    row[33] = 20
    expect(shownIn(tensorOfRows([row]), 2).map(({ value }) => value)).toContain(20)
  })
})

describe('the range of means', () => {
  it('narrows with the size of the bins, and has the means of noise', () => {
    const tensor = tensorOfRows(noise(12, 20_000))
    const widths = [2, 4, 6, 8].map((columns) => {
      const { ends, least, most } = rangeOf(tensor, columns)
      expect(ends?.low).toBeLessThan(least)
      expect(ends?.high).toBeGreaterThan(most)
      return (ends?.high ?? NaN) - (ends?.low ?? NaN)
    })
    widths.slice(1).forEach((width, k) => {
      expect(width / (widths[k] ?? NaN)).toBeGreaterThan(0.35)
      expect(width / (widths[k] ?? NaN)).toBeLessThan(0.65)
    })
  })

  it('leaves out a few means that are far from all others, and says so', () => {
    const rows = noise(12, 20_000).map((row, layer) => {
      return row.map((value, token) => (layer === 3 && token < 600 ? value + 1 : value))
    })
    const { ends, least, most } = rangeOf(tensorOfRows(rows), 6)
    expect(ends?.low).toBeLessThan(least)
    expect(most).toBeGreaterThan(1)
    expect(ends?.high).toBeLessThan(1)
  })

  it('is none where all means are the same', () => {
    const rows = [Array.from({ length: 64 }, () => 0.1)]
    expect(rangeOf(tensorOfRows(rows), 3).ends).toBeUndefined()
  })

  it('is none of numbers whose difference overflows', () => {
    const rows = [Array.from({ length: 64 }, (_, k) => (k < 32 ? 1.7e308 : -1.7e308))]
    expect(rangeOf(tensorOfRows(rows), 3).ends).toBeUndefined()
  })
})

describe('the typical values of very many layers', () => {
  it('are made with the tensor, as are the ranges of bins of many layers', () => {
    const rows = Array.from({ length: 20_000 }, (_, layer) => [Math.sin(layer)])
    const [typical] = asLoaded(tensorOfRows(rows)).typical ?? []
    expect(typical?.baselines.medians).toHaveLength(20_000)
    // Bins of more layers would be fewer than 64.
    expect([...(typical?.ranges.keys() ?? [])]).toEqual(['0 6', '0 7', '0 8'])
    expect(asLoaded(tensorOfRows(rows.slice(0, 100))).typical).toEqual([undefined])
  })
})
