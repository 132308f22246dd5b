import { describe, expect, it } from 'vitest'
import { noiseFloor } from '../../../../src/analysis/noiseFloor'
import { readOne } from '../../formats/readText'
import { partOf } from '../combine/partOf'
import { differenceOf } from './differenceOf'

describe('the noise floor of a difference', () => {
  const raw = { transform: 'raw', query: 0 } as const

  async function floorOf(a: object, b: object): Promise<object | undefined> {
    const [one, other] = await Promise.all([a, b].map((own) => readOne({ values: [[1]], ...own })))
    if (one === undefined || other === undefined) throw new Error('no tensors')
    return noiseFloor(differenceOf(partOf(one), partOf(other)).tensor, raw)
  }

  it('is that of two independent directions', async () => {
    expect(await floorOf({ hidden_size: 128 }, { hidden_size: 128 })).toMatchObject({
      size: 128,
      otherSize: 128,
      limit: 1.96 * Math.sqrt(2 / 128),
    })
    expect(await floorOf({ hidden_size: 64 }, { hidden_size: 256 })).toMatchObject({
      sigma: Math.sqrt(1 / 64 + 1 / 256),
    })
  })

  it('is unknown without both sizes, for another metric, and for a difference of differences', async () => {
    expect(await floorOf({ hidden_size: 64 }, {})).toBeUndefined()
    const metric = 'attention'
    expect(await floorOf({ hidden_size: 64, metric }, { hidden_size: 64, metric })).toBeUndefined()
    const plain = await readOne({ hidden_size: 64, values: [[1]] })
    const once = differenceOf(partOf(plain), partOf(plain)).tensor
    const twice = differenceOf(partOf(once), partOf(once)).tensor
    expect(noiseFloor(twice, { ...raw, hidden_size: 64 })).toBeUndefined()
    const { difference: _difference, ...lost } = once
    expect(noiseFloor({ ...lost, hiddenSize: 64 }, raw)).toBeUndefined()
  })
})
