import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statisticsOf } from '../../../src/analysis/Statistics'
import { valueAt, type Tensor } from '../../../src/tensor/Tensor'
import { ragged } from './ragged'
import { numbersOf } from '../tensor/numbersOf'

describe('statisticsOf', () => {
  it('has no extent, median or cells where there are no values', () => {
    expect(statisticsOf(ragged([[]]), 0)).toEqual({
      cellCount: 0,
      finiteCount: 0,
      missingCount: 0,
      aboveCount: 0,
      belowCount: 0,
      min: NaN,
      max: NaN,
      median: NaN,
    })
  })

  it('has none either where every value is missing or infinite', () => {
    const statistics = statisticsOf(
      ragged([
        [
          [NaN, Infinity],
          [NaN, -Infinity, Infinity],
        ],
      ]),
      0,
    )
    expect(statistics).toEqual({
      cellCount: 5,
      finiteCount: 0,
      missingCount: 2,
      aboveCount: 2,
      belowCount: 1,
      min: NaN,
      max: NaN,
      median: NaN,
    })
  })

  it('takes one cell as its own minimum, maximum and median', () => {
    const cell = { layerIndex: 0, tokenIndex: 0 }
    expect(statisticsOf(ragged([[[-0.25]]]), 0)).toMatchObject({
      min: -0.25,
      max: -0.25,
      median: -0.25,
      minCell: cell,
      maxCell: cell,
    })
  })

  it('names the first of equal cells', () => {
    const { minCell, maxCell } = statisticsOf(ragged([[[], [1, 0, 1], [0, 1, 0]]]), 0)
    expect(minCell).toEqual({ layerIndex: 1, tokenIndex: 1 })
    expect(maxCell).toEqual({ layerIndex: 1, tokenIndex: 0 })
  })

  it('counts the tokens of a row that covers the end of the past from there', () => {
    const { maxCell } = statisticsOf(ragged([[[0, 0, 0, 0], [5]]], { align: 'end' }), 0)
    expect(maxCell).toEqual({ layerIndex: 1, tokenIndex: 3 })
  })

  it('reads the asked query only, and refuses one that does not exist', () => {
    const tensor = ragged([[[1, 2]], [[3], [4, 8]]])
    expect(statisticsOf(tensor, 1)).toMatchObject({ cellCount: 3, min: 3, max: 8, median: 4 })
    expect(() => statisticsOf(tensor, 2)).toThrow(RangeError)
  })

  it('leaves the tensor as it was', () => {
    const tensor = ragged([
      [
        [3, 1, NaN, 2],
        [9, -4],
      ],
    ])
    const before = numbersOf(tensor.values)
    statisticsOf(tensor, 0)
    expect(numbersOf(tensor.values)).toEqual(before)
  })

  it('averages the middle values without overflow and without losing a subnormal', () => {
    expect(statisticsOf(ragged([[[1.5e308, 1.5e308]]]), 0).median).toBe(1.5e308)
    expect(statisticsOf(ragged([[[5e-324, 5e-324]]]), 0).median).toBe(5e-324)
  })

  it('agrees with brute force on any ragged tensor', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(NaN, Infinity, -Infinity),
    )
    const layers = fc.array(fc.array(value, { maxLength: 12 }), { maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(layers, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('start' as const, 'end' as const),
        fc.boolean(),
        (queries, align, float32) => {
          const tensor = ragged(queries, { align, float32 })
          for (let q = 0; q < queries.length; q++) {
            expect(statisticsOf(tensor, q)).toEqual(bruteForce(tensor, q))
          }
        },
      ),
    )
  })
})

function bruteForce(tensor: Tensor, queryIndex: number): unknown {
  const cells: Cell[] = []
  for (let layerIndex = 0; layerIndex < 8; layerIndex++) {
    for (let tokenIndex = 0; tokenIndex < 14; tokenIndex++) {
      const value = valueAt(tensor, queryIndex, layerIndex, tokenIndex)
      if (value !== undefined) cells.push({ value, layerIndex, tokenIndex })
    }
  }
  const countOf = (wanted: number): number =>
    cells.filter(({ value }) => Object.is(value, wanted)).length
  const counts = {
    cellCount: cells.length,
    missingCount: countOf(NaN),
    aboveCount: countOf(Infinity),
    belowCount: countOf(-Infinity),
  }
  const finite = cells.filter(({ value }) => Number.isFinite(value))
  // toSorted is stable: equal values stay in [layer][token] order.
  const [least] = finite.toSorted((a, b) => a.value - b.value)
  const [most] = finite.toSorted((a, b) => b.value - a.value)
  const median = sortedMedian(finite.map(({ value }) => value))
  const none = { ...counts, finiteCount: 0, min: NaN, max: NaN, median }
  if (least === undefined || most === undefined) return none
  const { value: min, ...minCell } = least
  const { value: max, ...maxCell } = most
  return { ...none, finiteCount: finite.length, min, max, minCell, maxCell }
}

interface Cell {
  readonly value: number
  readonly layerIndex: number
  readonly tokenIndex: number
}

function sortedMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const lower = sorted[(sorted.length - 1) >> 1] ?? NaN
  const upper = sorted[sorted.length >> 1] ?? NaN
  if (sorted.length % 2 === 1) return upper + 0
  const mean = (lower + upper) / 2
  return (Math.abs(mean) === Infinity ? lower / 2 + upper / 2 : mean) + 0
}
