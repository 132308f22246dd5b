import { describe, expect, it } from 'vitest'
import { layerPairs } from '../../../../src/analysis/difference/layerPairs'
import { type Part } from '../../../../src/analysis/combine/Part'
import { columnsNow, difference } from '../../../../src/app/compare/difference'
import { type Work } from '../../../../src/app/derive/Work'
import { type LoadedFile } from '../../../../src/worker/JobTypes'
import { createInlineClient } from './inlineClient'
import { partOf } from '../../analysis/combine/partOf'
import { readOne } from '../../formats/readText'

async function textsPart(texts: readonly string[], layerCount = 1): Promise<Part> {
  const row = texts.map((_, token) => token / 100)
  const values = [Array.from({ length: layerCount }, () => row)]
  return partOf(await readOne({ tokens: [texts], queries: ['M'], values }))
}

/** Makes a difference matched by texts. */
function made(a: Part, b: Part, own: Partial<Work> = {}): Promise<LoadedFile> {
  const layers = layerPairs(a, b)
  if (layers === undefined) throw new Error('the layers do not match')
  const columns = columnsNow(a, b, 'aligned')
  return difference(a, b, { columns, layers }).make({ jobs: createInlineClient(), ...own })
}

function numbered(count: number, first = 0): string[] {
  return Array.from({ length: count }, (_, k) => `t${first + k}`)
}

describe('difference', () => {
  it('matches very many tokens in a worker, and gives the same', async () => {
    const [a, b] = await Promise.all([textsPart(numbered(3000)), textsPart(numbered(3000, 1))])
    expect(columnsNow(a, b, 'aligned')).toBeUndefined()
    const { tensors, notices } = await made(a, b)
    expect(notices).toEqual([])
    expect(tensors[0]?.tensor.tokens).toEqual({ kind: 'own', texts: [numbered(3001)] })
    expect(tensors[0]?.tensor.difference?.matched).toBe('text')
  })

  it('says that texts have too little in common', async () => {
    const [a, b] = await Promise.all([textsPart(numbered(8)), textsPart(numbered(8, 100))])
    expect((await made(a, b)).notices).toEqual([
      'The texts have too little in common, so columns are matched by position.',
    ])
  })

  it('reports its progress, and ends when it is cancelled', async () => {
    const part = await textsPart(numbered(200_000), 3)
    const shares: number[] = []
    const layers = layerPairs(part, part)
    if (layers === undefined) throw new Error('the layers do not match')
    const columns = columnsNow(part, part, 'position')
    const cancel = new AbortController()
    const onProgress = (share: number): void => {
      shares.push(share)
      if (shares.length === 2) cancel.abort(new Error('cancelled'))
    }
    const work = { jobs: createInlineClient(), signal: cancel.signal, onProgress }
    await expect(difference(part, part, { columns, layers }).make(work)).rejects.toThrow(
      'cancelled',
    )
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })
})
