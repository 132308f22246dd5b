import { describe, expect, it } from 'vitest'
import { type Finding } from '../../../../src/analysis/findings/Finding'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { ragged } from '../ragged'
import { findIn } from './findTensor'

/** A tensor of columns, each a token's values from layer 0 on. */
function ofColumns(...columns: readonly (readonly number[])[]): Tensor {
  const layerCount = Math.max(...columns.map((column) => column.length))
  const layers = Array.from({ length: layerCount }, (_, layer) =>
    columns.map((column) => column[layer] ?? NaN),
  )
  return ragged([layers])
}

function trendsIn(tensor: Tensor, count = 3): readonly Finding[] {
  return findIn(tensor, {}, { count }).filter(({ kind }) => kind === 'trend' || kind === 'trends')
}

const RISING = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const FLAT = RISING.map(() => 5)
const TURNING = [0, 2, 4, 6, 8, 7, 5, 3, 1, -1]

describe('trends over the layers', () => {
  it('are none for tokens with fewer than four values', () => {
    expect(trendsIn(ofColumns([1, 2, 3], [3, NaN, 1]))).toEqual([])
  })

  it('are none where all values are equal, and for one layer', () => {
    expect(trendsIn(ofColumns(FLAT, FLAT))).toMatchObject([{ fallingCount: 0, risingCount: 0 }])
    expect(trendsIn(ofColumns([1], [2]))).toEqual([])
  })

  it('say what rises and what falls, from where to where, with the slope', () => {
    const falling = RISING.map((value) => -2 * value)
    expect(trendsIn(ofColumns(RISING, FLAT, falling))).toMatchObject([
      { kind: 'trends', risingCount: 1, fallingCount: 1, turningCount: 0, totalCount: 3 },
      {
        areas: [{ tokenIndex: 2 }],
        first: { layerIndex: 0, value: -2 },
        last: { layerIndex: 9, value: -20 },
        tau: -1,
        slope: -2,
        // 2 of 10! orders, for three tokens of which two are so.
        p: expect.closeTo(2 / 3_628_800, 12),
        correctedP: expect.closeTo((2 / 3_628_800) * (3 / 2), 12),
      },
      { areas: [{ tokenIndex: 0 }], tau: 1, slope: 1 },
    ])
  })

  it('leave out layers without a finite value, and keep their places for the slope', () => {
    const gaps = [0, NaN, 2, Infinity, 4, 5, 6, 7, NaN]
    expect(trendsIn(ofColumns(gaps, FLAT))).toMatchObject([
      { risingCount: 1 },
      { first: { layerIndex: 0 }, last: { layerIndex: 7, value: 7 }, slope: 1 },
    ])
  })

  it('do not call monotone what turns', () => {
    const valley = TURNING.map((value) => -value)
    expect(trendsIn(ofColumns(TURNING, valley, FLAT))).toMatchObject([
      { risingCount: 0, fallingCount: 0, turningCount: 2 },
      { tokenIndex: 0, turn: { layerIndex: 4, value: 8 }, last: { value: -1 } },
      { tokenIndex: 1, turn: { layerIndex: 4, value: -8 } },
    ])
  })

  it('name so many of each kind, the largest change first', () => {
    const steep = [1, 3, 2].map((factor) => RISING.map((value) => value * factor))
    const named = trendsIn(ofColumns(...steep), 2).slice(1)
    expect(named).toMatchObject([{ tokenIndex: 1 }, { tokenIndex: 2 }])
  })

  it('look, of very many values, at the tokens with the largest ranges, and say so', () => {
    const layerCount = 64
    const columns = Array.from({ length: 5000 }, (_, token) =>
      Array.from({ length: layerCount }, (__, layer) =>
        token === 4321 ? layer / 10 : Math.sin(token * 7 + layer * layer) / 10,
      ),
    )
    expect(trendsIn(ofColumns(...columns))).toMatchObject([
      { totalCount: 5000, testedCount: 4096, risingCount: 1 },
      { tokenIndex: 4321, tau: 1 },
    ])
  })
})
