import { describe, expect, it } from 'vitest'
import { withTokens } from '../../../../src/formats/tokens/withTokens'
import { tokenText, type Tensor } from '../../../../src/tensor/Tensor'
import { readText } from '../readText'

/** Two queries, with pasts of two and three tokens. */
async function tensorOf(more = ''): Promise<Tensor> {
  const { tensors } = await readText(`{${more}"values": [[[1, 2]], [[1, 2, 3]]]}`)
  const [first] = tensors
  if (first === undefined) throw new Error('no tensor')
  return first.tensor
}

function textsOf(tensor: Tensor | string): (string | undefined)[][] {
  if (typeof tensor === 'string') throw new Error(tensor)
  return [...tensor.tokenCounts].map((count, query) =>
    Array.from({ length: count }, (_, token) => tokenText(tensor, query, token)),
  )
}

describe('tokens of another file', () => {
  it.each([
    [
      'the longest past',
      0,
      [['a', 'b', 'c']],
      [
        ['a', 'b'],
        ['a', 'b', 'c'],
      ],
    ],
    [
      'the past that is shown',
      0,
      [['a', 'b']],
      [
        ['a', 'b'],
        ['', '', ''],
      ],
    ],
    [
      'each past',
      1,
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
      [
        ['a', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
  ])('name the tokens where they are as many as %s', async (_, query, lists, expected) => {
    const named = withTokens(await tensorOf(), query, { kind: 'texts', lists })
    expect(textsOf(named)).toEqual(expected)
  })

  it('keep the names that other queries have', async () => {
    const tensor = await tensorOf('"tokens": [["x", "y"], ["u", "v", "w"]], ')
    const named = withTokens(tensor, 0, { kind: 'texts', lists: [['a', 'b']] })
    expect(textsOf(named)).toEqual([
      ['a', 'b'],
      ['u', 'v', 'w'],
    ])
  })

  it('share all numbers with the tensor', async () => {
    const tensor = await tensorOf()
    const named = withTokens(tensor, 0, { kind: 'texts', lists: [['a', 'b', 'c']] })
    expect(named).toMatchObject({ values: tensor.values, rowOffsets: tensor.rowOffsets })
  })

  it.each([
    [[['a']], 'it has 1 token, but this query needs 3'],
    [[['a'], ['b'], ['c']], 'its 3 lists do not fit the 2 queries of the tensor'],
    [[], 'its 0 lists do not fit the 2 queries of the tensor'],
  ])('that do not fit say both lengths', async (lists, sentence) => {
    expect(withTokens(await tensorOf(), 1, { kind: 'texts', lists })).toBe(sentence)
  })
})

describe('a vocabulary', () => {
  const vocabulary = {
    kind: 'vocabulary',
    texts: new Map([
      [7, ' the'],
      [9, '<s>'],
    ]),
    special: ['<s>'],
  } as const

  it('turns ids into texts', async () => {
    const named = withTokens(await tensorOf('"tokens": ["9", "7", "8"], '), 0, vocabulary)
    expect(textsOf(named)).toEqual([
      ['<s>', ' the'],
      ['<s>', ' the', '8'],
    ])
    expect(named).toMatchObject({ special: ['<s>'] })
  })

  it.each([
    ['', 'it is a vocabulary, but the tensor has no token ids'],
    ['"tokens": ["a", "b", "c"], ', 'it is a vocabulary, but it lacks the token ids of the tensor'],
  ])('says what is missing', async (more, sentence) => {
    expect(withTokens(await tensorOf(more), 0, vocabulary)).toBe(sentence)
  })
})
