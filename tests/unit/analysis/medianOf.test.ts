import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bracketOf, sampleOf, BracketedValues } from '../../../src/analysis/Bracket'
import { medianOf } from '../../../src/analysis/medianOf'
import { cellValues } from '../../../src/tensor/CellValues'

/** Enough values for a bracket to be taken. */
const MANY = 100_000

function sortedMedian(values: Float64Array): number {
  const sorted = values.filter((value) => Number.isFinite(value)).toSorted()
  const lower = sorted[(sorted.length - 1) >> 1] ?? NaN
  const upper = sorted[sorted.length >> 1] ?? NaN
  return (lower + upper) / 2 + 0
}

function medianOfAll(values: Float64Array): number {
  return medianOf(cellValues(values), values.filter((value) => Number.isFinite(value)).length)
}

/** The same noise every time, between −0.5 and 0.5. */
function noise(index: number): number {
  return ((Math.sin(index + 1) * 10_000) % 1) / 2
}

describe('the median of many values', () => {
  it('is NaN where none is finite', () => {
    expect(medianOf(cellValues(new Float64Array(MANY).fill(NaN)), 0)).toBeNaN()
  })

  it.each<[string, (index: number) => number]>([
    ['all equal', () => 0.25],
    ['two values', (index) => index % 2],
    ['zeros of both signs', (index) => (index % 3 === 0 ? -0 : 0)],
    ['rising', (index) => index],
    ['falling', (index) => -index],
    ['noise', noise],
    ['noise of few digits', (index) => Math.round(noise(index) * 20) / 20],
    ['half of them missing', (index) => (index % 2 === 0 ? NaN : noise(index))],
    ['most of them infinite', (index) => (index % 7 === 0 ? noise(index) : Infinity)],
    ['mostly below any bracket', (index) => (index % 3 === 0 ? noise(index) : -Infinity)],
    ['a few finite ones', (index) => (index % 5000 === 77 ? index : NaN)],
    ['one half far from the other', (index) => (index < MANY / 2 ? -1 : 1)],
  ])('is that of the sorted ones: %s', (_, valueAt) => {
    for (const length of [MANY, MANY + 1]) {
      const values = Float64Array.from({ length }, (__, index) => valueAt(index))
      expect(medianOfAll(values)).toBe(sortedMedian(values))
    }
  })

  it('is right also where the sample misleads', () => {
    // Only the places that the sample looks at are 1.
    const values = new Float64Array(MANY)
    const ratio = (Math.sqrt(5) - 1) / 2
    for (let i = 0; i < 1 << 14; i++) values[Math.floor(((i * ratio) % 1) * MANY)] = 1
    expect(bracketOf(sampleOf(cellValues(values)), 0.5)).toStrictEqual({ low: 1, high: 1 })
    expect(medianOfAll(values)).toBe(0)
  })

  it('leaves the values as they are, and takes those of 32 bits as well', () => {
    const values = Float32Array.from({ length: MANY }, (_, index) => noise(index))
    const before = values.slice()
    const median = medianOf(cellValues(values), MANY)
    expect(values).toStrictEqual(before)
    expect(median).toBe(sortedMedian(Float64Array.from(values)))
  })
})

describe('BracketedValues', () => {
  it('knows every rank inside the bracket, and none outside', () => {
    const value = fc.oneof(
      fc.integer({ min: -5, max: 5 }),
      fc.constantFrom(NaN, Infinity, -Infinity),
    )
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: -5, max: 5 }),
        fc.nat(6),
        (cells, low, width) => {
          const bracket = { low, high: low + width }
          // Padded with what counts for nothing, so that an eighth of the length is enough for all.
          const values = Float64Array.from([...cells, ...Array.from({ length: 600 }, () => NaN)])
          const parts = new BracketedValues(cellValues(values), bracket)
          const sorted = cells.filter((cell) => Number.isFinite(cell)).toSorted((a, b) => a - b)
          const expected = sorted.map((cell) =>
            cell >= bracket.low && cell <= bracket.high ? cell : undefined,
          )
          expect(sorted.map((_, rank) => parts.valueOfRank(rank))).toEqual(expected)
        },
      ),
    )
  })

  it('knows no rank where more is inside than is worth the while', () => {
    const values = Float64Array.from({ length: 80 }, (_, index) => index)
    const parts = new BracketedValues(cellValues(values), { low: -1, high: 100 })
    expect(parts.valueOfRank(40)).toBeUndefined()
  })
})
