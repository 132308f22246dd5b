import { describe, expect, it } from 'vitest'
import { statisticsOf } from '../../../src/analysis/Statistics'
import { ragged } from './ragged'

describe('the default range of a query’s values', () => {
  const spread = Array.from({ length: 400 }, (_, k) => k / 400)

  it('is absent where it would be a third of the extent or more', () => {
    for (const row of [[], [NaN], [1], [1, 1], [0, 100], spread]) {
      expect(statisticsOf(ragged([[row]]), 0)).not.toHaveProperty('defaultRange')
    }
  })

  it('is absent where all of it is one value', () => {
    expect(statisticsOf(ragged([[[...spread.map(() => 0), 9]]]), 0)).not.toHaveProperty(
      'defaultRange',
    )
  })

  it('among many values goes on to the farthest that are not far from the middle', () => {
    const row = Array.from({ length: 10_000 }, (_, k) => k / 10_000)
    const { defaultRange } = statisticsOf(ragged([[[...row, 1.5, 9, -0.7]]]), 0)
    expect(defaultRange).toMatchObject({ low: -0.7, high: 1.5, belowCount: 0, aboveCount: 1 })
  })

  it('is the middle 98 % where a few values are far away, with the cells beyond', () => {
    const { defaultRange } = statisticsOf(ragged([[[...spread, 100, -100, -Infinity]]]), 0)
    expect(defaultRange?.low).toBeCloseTo(0.0075, 3)
    expect(defaultRange?.high).toBeCloseTo(0.99, 2)
    expect(defaultRange).toMatchObject({ belowCount: 6, aboveCount: 5 })
  })
})
