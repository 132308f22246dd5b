import { describe, expect, it } from 'vitest'
import { BAR_COUNT, spreadOf } from '../../../src/analysis/Spread'
import { cellValues } from '../../../src/tensor/CellValues'

describe('spreadOf', () => {
  it('has nothing where no value is finite', () => {
    for (const values of [new Float64Array(0), Float64Array.of(NaN, Infinity)]) {
      const spread = spreadOf(cellValues(values), true)
      expect(spread).toMatchObject({ min: NaN, max: NaN, inner: { 98: { low: NaN, high: NaN } } })
      expect(spread).not.toHaveProperty('defaultRange')
      expect([...spread.bars].every((count) => count === 0)).toBe(true)
    }
  })

  it('counts every finite value in one bar, the greatest in the last', () => {
    const { bars } = spreadOf(cellValues(Float64Array.of(0, 1, 1, 0.5, NaN, -Infinity)), false)
    expect(bars).toHaveLength(BAR_COUNT)
    expect([bars[0], bars[BAR_COUNT / 2], bars.at(-1)]).toEqual([1, 1, 2])
    expect(
      [...spreadOf(cellValues(Float64Array.of(3, 3)), false).bars].reduce((a, b) => a + b),
    ).toBe(2)
    const huge = Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE)
    expect(spreadOf(cellValues(huge), false).bars.at(-1)).toBe(1)
  })

  it('parts the sorted values into equal groups only where it is asked to', () => {
    expect(spreadOf(cellValues(Float64Array.of(1)), false)).not.toHaveProperty('ranks')
    const { ranks } = spreadOf(
      cellValues(Float64Array.from({ length: 252 }, (_, k) => 251 - k)),
      true,
    )
    expect([ranks?.[0], ranks?.[100], ranks?.at(-1)]).toEqual([0, 100, 251])
  })
})
