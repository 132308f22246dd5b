import { describe, expect, it } from 'vitest'
import { isSpecialToken, joinedSpecial } from '../../../../src/tensor/isSpecialToken'
import { problemOf } from '../problemOf'
import { readText } from '../readText'

const values = [[[0.5, 1]]]

function textOf(document: object): string {
  return JSON.stringify({ ...document, values })
}

function keyed(count: number, value: unknown): object {
  return Object.fromEntries(Array.from({ length: count }, (_, k) => [`k${k}`, value]))
}

describe('companions', () => {
  it('are refused where they are more than anybody reads beside a value', async () => {
    const { place, message } = await problemOf(() =>
      readText(textOf({ companions: keyed(1e4, values) })),
    )
    expect(message).toBe('companions has 10000 arrays, but a value has at most 64 beside it.')
    expect(place).toBeDefined()
    const { tensors } = await readText(textOf({ companions: keyed(64, values) }))
    expect(tensors[0]?.tensor.companions).toHaveLength(64)
  })
})

describe('special tokens', () => {
  it('are refused where they are more than those of any tokenizer', async () => {
    const special = Array.from({ length: 3e5 }, (_, k) => `<${k}>`)
    const { message } = await problemOf(() => readText(textOf({ special })))
    expect(message).toContain('where an array of up to 16384 texts was expected')
    expect(joinedSpecial([special, special])).toHaveLength(16_384)
  })

  it('are found among thousands for each of very many tokens', () => {
    const special = Array.from({ length: 16_384 }, (_, k) => `${k}`)
    let count = 0
    for (let token = 0; token < 2e5; token++) if (isSpecialToken({ special }, `${token}`)) count++
    expect(count).toBe(16_384)
  })
})

describe('tensors in one file', () => {
  it('are refused where they are more than those of any model', async () => {
    const deep = `[${Array(1e5).fill('[[[[[1]]]]]').join()}]`
    const { tag, message } = await problemOf(() => readText(deep))
    expect([tag, message]).toEqual([
      'shape',
      'The file holds 100000 tensors or more, but at most 8192 are read at once.',
    ])
    const { tensors } = await readText(`[${Array(5120).fill('[[[1]]]').join()}]`)
    expect(tensors).toHaveLength(5120)
  })
})

describe('unknown keys', () => {
  it.each([
    [
      'of very many objects',
      { many: Array.from({ length: 1e6 }, () => ({ a: 1 })), few: [1] },
      '“many”',
      ['few'],
    ],
    [
      'of very many rows',
      { many: Array.from({ length: 2e5 }, () => [1]), few: 'x' },
      '“many”',
      ['few'],
    ],
    ['of very long rows', { many: Array(3e6).fill(0.5), few: {} }, '“many”', ['few']],
  ])('%s are not kept, but others are', async (_, keys, named, kept) => {
    const { tensors, notices } = await readText(textOf(keys))
    expect(tensors[0]?.tensor.extra.map(([key]) => key)).toEqual(kept)
    expect(notices).toEqual([`Unknown keys that hold very much are not kept: ${named}.`])
  })

  it('are kept up to a number, of the document and of its queries', async () => {
    const query = { label: 'a', ...keyed(1e5, 'x') }
    const { tensors, notices } = await readText(textOf({ ...keyed(1e5, 'x'), queries: [query] }))
    const { extra, queryExtra } = tensors[0]?.tensor ?? {}
    expect(extra).toHaveLength(1e5)
    expect(queryExtra?.[0]).toHaveLength((1 << 17) - 1e5)
    expect(notices.join()).toContain('“k31072”, “k31073”')
    expect(notices.join()).toContain('and 68,923 more')
  })
})
