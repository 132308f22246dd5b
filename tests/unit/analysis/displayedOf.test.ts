import { describe, expect, it } from 'vitest'
import { asLoaded, displayedOf } from '../../../src/analysis/displayedOf'
import { pyramidsOf } from '../../../src/tensor/Pyramid'
import { ragged } from './ragged'
import { numbersOf } from '../tensor/numbersOf'

const settings = { transform: 'raw', special: 'mark' } as const
const exclude = { transform: 'raw', special: 'exclude' } as const

describe('displayedOf', () => {
  it('is what was loaded, itself, where nothing is asked for', () => {
    const raw = asLoaded(ragged([[[1, 2]]]))
    expect(displayedOf(raw, settings)).toBe(raw)
  })

  it('has its own values, pyramid and statistics where they are compared', () => {
    const raw = asLoaded(ragged([[[1, 3]], [[5]]]))
    const { tensor, pyramids, statistics } = displayedOf(raw, {
      ...settings,
      transform: 'layer-mean',
    })
    expect(numbersOf(tensor.values)).toEqual([-1, 1, 0])
    expect(pyramids).toEqual(pyramidsOf(tensor.values))
    expect(statistics).toMatchObject([
      { min: -1, max: 1 },
      { min: 0, max: 0 },
    ])
  })

  it('leaves special tokens out of extent and median, and counts all cells', () => {
    const raw = asLoaded(
      ragged([[[90, 1, 3, NaN, Infinity]]], { texts: ['<s>', 'a', 'b', 'c', 'd'] }),
    )
    const { tensor, statistics } = displayedOf(raw, exclude)
    expect(tensor).toBe(raw.tensor)
    expect(statistics).toMatchObject([
      { min: 1, max: 3, median: 2, cellCount: 5, missingCount: 1, aboveCount: 1 },
    ])
  })

  it('leaves nothing out where nothing would be left', () => {
    for (const values of [
      [7, 8],
      [7, NaN],
    ]) {
      const raw = asLoaded(ragged([[values]], { texts: ['<s>', '<|pad|>'] }))
      expect(displayedOf(raw, exclude).statistics).toEqual(raw.statistics)
      const mean = displayedOf(raw, { transform: 'layer-mean', special: 'exclude' })
      expect(mean.statistics[0]?.finiteCount).toBe(raw.statistics[0]?.finiteCount)
    }
    const one = asLoaded(ragged([[[7, NaN]]], { texts: ['<s>', 'a'] }))
    expect(displayedOf(one, exclude).statistics).toEqual(one.statistics)
  })

  it('takes the mean of a layer without its special tokens', () => {
    const raw = asLoaded(ragged([[[90, 1, 3]]], { texts: ['[CLS]', 'a', 'b'] }))
    const { tensor, statistics } = displayedOf(raw, { transform: 'layer-mean', special: 'exclude' })
    expect(numbersOf(tensor.values)).toEqual([88, -1, 1])
    expect(statistics).toMatchObject([{ min: -1, max: 1 }])
  })
})
