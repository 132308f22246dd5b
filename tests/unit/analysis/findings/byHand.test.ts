import { describe, expect, it } from 'vitest'
import { cellValues } from '../../../../src/tensor/CellValues'
import { type Finding } from '../../../../src/analysis/findings/Finding'
import { ragged } from '../ragged'
import { findIn, inputOf, only } from './findTensor'

function leadersOf(rows: readonly (readonly number[])[]): readonly Finding[] {
  return findIn(ragged([rows])).filter(({ kind }) => kind === 'leader')
}

describe('findings, checked by hand', () => {
  it('take the band about the median where the domain lies on one side of 0', () => {
    const tensor = ragged([[[0.5, 0.9, 0.7, 0.55, 0.6]]])
    expect(only(findIn(tensor), 'neutral')).toMatchObject({ center: 0.6, count: 4 })
    expect(only(findIn(tensor, {}, { band: 0.1 }), 'neutral')).toMatchObject({ count: 1 })
  })

  it('have the magnitudes and the largest step of the layers, by hand', () => {
    const tensor = ragged([
      [
        [0.1, -0.3, NaN],
        [0.2, 0.2, 0.5],
        [-0.5, 0.2, Infinity],
      ],
    ])
    expect(only(findIn(tensor), 'layers')).toMatchObject({
      means: {
        strongest: { layers: [2], value: 0.35 },
        weakest: { layers: [0], value: 0.2 },
      },
      farthest: { layers: [1, 2], value: 0.5 },
      change: { layers: [2], value: 0.35 },
    })
  })

  it('compare no means of rows that sum to 1, as attention does', () => {
    const tensor = ragged([
      [
        [0.2, 0.3, 0.5],
        [0.1, 0.2, 0.702],
        [0.4, 0.6, NaN],
      ],
    ])
    const finding = only(findIn(tensor), 'layers')
    expect(finding).toMatchObject({ farthest: { layers: [1], value: 0.702 } })
    expect(finding).not.toHaveProperty('means')
    expect(
      only(
        findIn(
          ragged([
            [
              [0.25, 0.75],
              [0.75, 0.25],
            ],
          ]),
        ),
        'layers',
      ),
    ).toBeUndefined()
  })

  it('test no group of one token, nor all tokens but one', () => {
    const texts = Array.from({ length: 30 }, (_, index) => (index === 4 ? '.' : `t${index}`))
    const rows = [texts.map((_, index) => Math.sin(index))]
    const alone = only(findIn(ragged([rows], { texts })), 'group')
    expect(alone).toMatchObject({ group: 'punctuation', tokens: [4], testCount: 0 })
    expect(alone).not.toHaveProperty('p')
    const dots = texts.map((text) => (text === '.' ? 'word' : '.'))
    const rest = only(findIn(ragged([rows], { texts: dots })), 'group')
    expect(rest).toMatchObject({ group: 'repeated', testCount: 0 })
  })

  it('compare a layer with the one before it where both have the token, wherever rows begin', () => {
    const tensor = ragged([[[1, 2, 3], [5]]], { align: 'end' })
    expect(only(findIn(tensor), 'layers')).toMatchObject({ change: { layers: [1], value: 2 } })
    expect(only(findIn(ragged([[[1, 2, 3], [5]]])), 'layers')).toMatchObject({
      change: { layers: [1], value: 4 },
    })
  })

  it('name no leader of layers whose highest value is shared', () => {
    const rows = Array.from({ length: 12 }, (_, layer) => [9, layer === 3 ? 9 : layer % 5, -1])
    const leads = findIn(ragged([rows])).filter(({ kind }) => kind === 'leader')
    expect(leads).toMatchObject([
      { end: 'highest', leader: { tokenIndex: 0 }, count: 11, totalCount: 12 },
      { end: 'lowest', leader: { tokenIndex: 2 }, count: 12, totalCount: 12 },
    ])
  })

  it('name no leader that chance might give, nor of one layer or one token', () => {
    const highInOne = Array.from({ length: 15 }, (_, token) => Number(token % 5 < 3))
    const lowInOne = highInOne.map((value) => 0.5 - value / 10)
    expect(leadersOf([highInOne, lowInOne])).toEqual([])
    expect(leadersOf([[1, 2, 3]])).toEqual([])
    expect(leadersOf([[1], [2], [3]])).toEqual([])
    expect(leadersOf([highInOne.map(() => 1), lowInOne])).toMatchObject([
      { end: 'highest', leader: { layerIndex: 0 }, count: 15, totalCount: 15 },
      { end: 'lowest', leader: { layerIndex: 1 }, count: 15, totalCount: 15 },
    ])
  })

  it('put special and repeated tokens beside the others, and say nothing twice', () => {
    const texts = ['<s>', 'a', ':', 'a', ':', 'b']
    const tensor = ragged([[[0.9, 0.1, 0.3, 0.2, 0.5, 0.1]]], { texts })
    const groups = findIn(tensor).filter(({ kind }) => kind === 'group')
    expect(groups).toMatchObject([
      { group: 'special', tokens: [0], mean: 0.9 },
      { group: 'repeated', tokens: [1, 3] },
      { group: 'repeated', tokens: [2, 4], mean: 0.4 },
    ])
    expect(groups[0]).toHaveProperty('restMean', expect.closeTo(1.2 / 5, 12))
    const mixed = ragged([[[1, 2, 3]]], { texts: ['.', 'a', ','] })
    expect(only(findIn(mixed), 'group')).toMatchObject({ group: 'punctuation', tokens: [0, 2] })
  })

  it('compare no group where all tokens are in it, or the file lists none', () => {
    expect(only(findIn(ragged([[[1, 2]]], { texts: [':', ':'] })), 'group')).toBeUndefined()
    expect(only(findIn(ragged([[[1, 2]]])), 'group')).toBeUndefined()
  })

  it('count what is outside the noise floor, only with a width of the states', () => {
    const tensor = ragged([
      [
        [0.3, -0.3, 0.1, NaN],
        [0.2, Infinity, 0, 0],
      ],
    ])
    expect(only(findIn(tensor), 'noise')).toBeUndefined()
    expect(only(findIn(tensor, { hiddenSize: 100 }), 'noise')).toMatchObject({
      limit: 0.196,
      outsideCount: 3,
      cellCount: 6,
      // 4.95 % of the cosines in 100 dimensions, as SciPy’s stats.beta has it.
      expectedCount: expect.closeTo(0.2969339, 7),
      areas: [
        { layerIndex: 0, tokenIndex: 0 },
        { layerIndex: 0, tokenIndex: 1 },
        { layerIndex: 1, tokenIndex: 0 },
      ],
    })
  })

  it('relate the means of tokens to their distance', () => {
    const tensor = ragged([
      [
        [1, 2, 3, 5],
        [1, 2, 3, 5],
      ],
    ])
    expect(only(findIn(tensor), 'distance')).toMatchObject({
      tau: -1,
      tokenCount: 4,
      testedCount: 4,
      // Two of the eight patterns of signs only rise, or only fall.
      p: 2 / 8,
    })
    expect(only(findIn(ragged([[[1, 2, 3]]])), 'distance')).toBeUndefined()
  })

  it('have the strongest token of each query, and how far queries agree', () => {
    const tensor = ragged([[[1, 5, 2, 3, 0]], [[2, 9, 4, 5, 1, 9]], [[NaN]], [[7, 7]]])
    expect(only(findIn(tensor, { queryIndex: 1 }), 'queries')).toMatchObject({
      strongest: [
        { queryIndex: 0, tokenIndex: 1, mean: 5, tiedCount: 0 },
        { queryIndex: 1, tokenIndex: 1, mean: 9, tiedCount: 1 },
      ],
      areas: [{ tokenIndex: 1 }],
      meanRho: 1,
      pairCount: 1,
      allPairCount: 6,
      minShared: 5,
      maxShared: 5,
    })
    expect(only(findIn(ragged([[[1, 2]]])), 'queries')).toBeUndefined()
  })

  it('compare twelve of many queries, those about the shown one', () => {
    const many = ragged(Array.from({ length: 20 }, (_, query) => [[1, query, 2]]))
    const finding = only(findIn(many, { queryIndex: 10 }), 'queries')
    if (finding?.kind !== 'queries') throw new Error('the queries were not compared')
    expect(finding.comparedCount).toBe(12)
    expect(finding.strongest.map(({ queryIndex }) => queryIndex)[0]).toBe(4)
  })

  it('leave single tokens out where there are more than a million', () => {
    const length = (1 << 20) + 1
    const values = Float32Array.from({ length }, (_, index) => index % 7)
    const tensor = {
      ...ragged([[[]]]),
      values: cellValues(values),
      rowOffsets: Float64Array.of(0, length),
      tokenCounts: Uint32Array.of(length),
    }
    expect(inputOf(tensor).statistics.finiteCount).toBe(length)
    expect(findIn(tensor).map(({ kind }) => kind)).toEqual(['highest', 'lowest', 'scope'])
  })
})
