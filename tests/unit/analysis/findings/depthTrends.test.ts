import { describe, expect, it } from 'vitest'
import { type Finding } from '../../../../src/analysis/findings/Finding'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { seededNormal, sequenceOf } from '../../../calibrate/falseRates'
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

describe('trends over the layers', () => {
  it('are none for tokens with fewer than four values', () => {
    expect(trendsIn(ofColumns([1, 2, 3], [3, NaN, 1]))).toEqual([])
  })

  it('are none where all values are equal, and for one layer', () => {
    expect(trendsIn(ofColumns(FLAT, FLAT))).toEqual([])
    expect(trendsIn(ofColumns([1], [2]))).toEqual([])
  })

  it('say what rises and what falls, from where to where, with the slope', () => {
    const falling = RISING.map((value) => -2 * value)
    expect(trendsIn(ofColumns(RISING, FLAT, falling))).toMatchObject([
      { kind: 'trends', risingCount: 1, fallingCount: 1, totalCount: 3, testedCount: 3 },
      {
        areas: [{ tokenIndex: 2 }],
        direction: 'fall',
        first: { layerIndex: 0, value: -2 },
        last: { layerIndex: 9, value: -20 },
        tau: -1,
        slope: -2,
        stepCount: 9,
        upCount: 0,
        // 2 of the 2⁹ patterns of signs, for three tokens of which two are so.
        p: 2 / 512,
        correctedP: (2 / 512) * (3 / 2),
      },
      { areas: [{ tokenIndex: 0 }], direction: 'rise', tau: 1, slope: 1, upCount: 9 },
    ])
  })

  it('say of all others where they start and end, how many steps go up, and by way of where', () => {
    const peak = [0, 2, 4, 6, 8, 7, 5, 3, 1, -1]
    const valley = peak.map((value) => -value)
    const named = trendsIn(ofColumns(peak, valley, FLAT))
    expect(named).toMatchObject([
      { risingCount: 0, fallingCount: 0 },
      {
        tokenIndex: 0,
        turn: { layerIndex: 4, value: 8 },
        last: { value: -1 },
        stepCount: 9,
        upCount: 4,
      },
      { tokenIndex: 1, turn: { layerIndex: 4, value: -8 }, upCount: 5 },
    ])
    for (const finding of named) expect(finding).not.toHaveProperty('direction')
  })

  it('find none in walks without drift, where tests of independent layers find most', () => {
    const normal = seededNormal(1)
    const walks = Array.from({ length: 100 }, () => [...sequenceOf('random walk', 48, normal)])
    expect(trendsIn(ofColumns(...walks))[0]).toMatchObject({ risingCount: 0, fallingCount: 0 })
  })

  it('take values for equal that rounding parts', () => {
    const noise = [0.1 + 0.2, 0.3, 0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2]
    expect(trendsIn(ofColumns(noise, RISING))[1]).toMatchObject({ tokenIndex: 1 })
    expect(trendsIn(ofColumns(noise, RISING))).toHaveLength(2)
  })

  it('leave out layers without a finite value, and keep their places for the slope', () => {
    const gaps = [0, NaN, 2, Infinity, 4, 5, 6, 7, NaN, 9]
    expect(trendsIn(ofColumns(gaps))).toMatchObject([
      { risingCount: 1 },
      { first: { layerIndex: 0 }, last: { layerIndex: 9, value: 9 }, slope: 1, p: 2 / 64 },
    ])
  })

  it('name so many of each kind, the largest change first', () => {
    const steep = [1, 3, 2].map((factor) => RISING.map((value) => value * factor))
    const named = trendsIn(ofColumns(...steep), 2).slice(1)
    expect(named).toMatchObject([{ tokenIndex: 1 }, { tokenIndex: 2 }])
  })

  it('look, of very many values, at the tokens that move most, and say so', () => {
    const layerCount = 128
    const columns = Array.from({ length: 400 }, (_, token) =>
      Array.from({ length: layerCount }, (__, layer) =>
        token === 321 ? layer / 5 : Math.sin(token * 7 + layer * layer) / 10,
      ),
    )
    const [trends, first] = trendsIn(ofColumns(...columns))
    expect(trends).toMatchObject({ totalCount: 400, testedCount: 265, risingCount: 1 })
    expect(first).toMatchObject({ tokenIndex: 321, tau: 1, direction: 'rise' })
  })

  it('thin more than 128 layers evenly, and say so', () => {
    const long = Array.from({ length: 1500 }, (_, layer) => layer)
    expect(trendsIn(ofColumns(long))).toMatchObject([
      { risingCount: 1, layerCount: 1500, testedLayerCount: 128 },
      { last: { layerIndex: 1499 }, slope: 1 },
    ])
  })
})
