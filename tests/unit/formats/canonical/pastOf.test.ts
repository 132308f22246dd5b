import { describe, expect, it } from 'vitest'
import { tokenCountOf } from '../../../../src/tensor/Tensor'
import { readOne } from '../readText'

describe('the past of a query', () => {
  const values = [[[1]], [[1, 2], [3]]]
  const tokens = ['a', 'b', 'c', 'd']

  async function pastsOf(document: object): Promise<unknown> {
    const tensor = await readOne({ values, ...document })
    return tensor.queries.map(({ position }, q) => [tokenCountOf(tensor, q), position])
  }

  it.each([
    [
      'without tokens is its longest row',
      {},
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'without tokens starts after first_index',
      { first_index: 5 },
      [
        [1, 6],
        [2, 7],
      ],
    ],
    [
      'without tokens reaches to a position that is given',
      { queries: [{ position: 3 }, { position: 1 }] },
      [
        [3, 3],
        [2, 1],
      ],
    ],
    [
      'with a shared list is its longest row',
      { tokens },
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'with a shared list is what stands before its position',
      { tokens, queries: [{ position: 3 }, { position: 2 }] },
      [
        [3, 3],
        [2, 2],
      ],
    ],
    [
      'with a shared list ends with the list',
      { tokens, queries: [{ position: 99 }, { position: 4 }] },
      [
        [4, 99],
        [4, 4],
      ],
    ],
    [
      'with a shared list counts from first_index',
      { tokens, first_index: 10, queries: [{ position: 11 }, { position: 13 }] },
      [
        [1, 11],
        [3, 13],
      ],
    ],
    [
      'with one list in a list shares it',
      { tokens: [tokens] },
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      'with a list of its own is the list',
      { tokens: [['a', 'b'], tokens] },
      [
        [2, 2],
        [4, 4],
      ],
    ],
  ])('%s', async (_, document, expected) => {
    expect(await pastsOf(document)).toStrictEqual(expected)
  })
})
