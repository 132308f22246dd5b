import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { companionsAt } from '../../../../src/tensor/companionsAt'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { problemOf } from '../problemOf'
import { readOne, readText } from '../readText'

const values = [[[0.1, 0.2, 0.3], []], [[0.4]]]

async function first(text: string): Promise<Tensor> {
  const { tensors } = await readText(text)
  const [one] = tensors
  if (one === undefined) throw new Error('no tensor')
  return one.tensor
}

describe('companions', () => {
  it('of numbers and of texts are read, and written as they were', async () => {
    const companions = {
      count: [[[1, null, 3], []], [[-0.5]]],
      note: [[[null, 'a', ''], []], [['</b>']]],
      late: [[[null, null, null], []], [['x']]],
    }
    const tensor = await readOne({ values, companions })
    expect(companionsAt(tensor, 0, 0, 1)).toStrictEqual([
      { name: 'count', text: undefined },
      { name: 'note', text: 'a' },
      { name: 'late', text: undefined },
    ])
    expect(companionsAt(tensor, 1, 0, 0).map(({ text }) => text)).toStrictEqual([
      '-0.5',
      '</b>',
      'x',
    ])
    expect(companionsAt(tensor, 0, 1, 0)).toStrictEqual([])
    const json = canonicalJson(tensor).join('')
    expect(JSON.parse(json)).toMatchObject({ values, companions })
    expect(await first(json)).toStrictEqual(tensor)
  })

  it('are absent where the key is null, and have the width of the values or their own', async () => {
    expect(await readOne({ values, companions: null })).not.toHaveProperty('companions')
    const text = `{ "dtype": "float32", "values": [[0.1]],
      "companions": { "A": [[0.1]], "n": { "dtype": "float64", "values": [[16777217]] } } }`
    const tensor = await first(text)
    expect(companionsAt(tensor, 0, 0, 0)).toStrictEqual([
      { name: 'A', text: '0.1' },
      { name: 'n', text: '16777217' },
    ])
    const json = canonicalJson(tensor).join('')
    expect(json).toContain('"n": { "dtype": "float64", "values": [')
    expect(await first(json)).toStrictEqual(tensor)
  })

  it('of a file with several slices belong to their slices', async () => {
    const { tensors } = await readText(
      JSON.stringify({
        values: [[[[1], []]], [[[]]], [[[2], [3]]]],
        companions: {
          A: [[[[4], []]], [[[]]], [[[5], [6]]]],
          t: [[[['x'], []]], [[[]]], [[['y'], ['z']]]],
        },
      }),
    )
    const texts = tensors.map(({ tensor }) => companionsAt(tensor, 0, 0, 0).map(({ text }) => text))
    expect(texts).toStrictEqual([
      ['4', 'x'],
      ['5', 'y'],
    ])
  })

  it.each([
    [3, 'companions is a number (3) where an object of named arrays was expected.'],
    [[[1]], 'companions is an array where an object of named arrays was expected.'],
    [{ A: null }, 'companions.A is null where an array was expected.'],
    [{ A: [[[1, 2, 3], []]] }, 'companions.A has 1 entry, but values has 2.'],
    [{ A: [[[1, 2], []], [[1]]] }, 'companions.A[0][0] has 2 entries, but values[0][0] has 3.'],
    [
      { A: [[1, 2], [[1]]] },
      'companions.A[0] is an array of numbers where an array of arrays was expected.',
    ],
    [{ A: [[[1, 2, 3], [4]], [[1]]] }, 'companions.A[0][1] has 1 entry, but values[0][1] has 0.'],
    [
      { A: [[[1, 'x', 3], []], [[1]]] },
      'companions.A[0][0][1] is text ("x") where a number was expected.',
    ],
    [
      { A: [[['x', 1, 'y'], []], [['z']]] },
      'companions.A[0][0][1] is a number (1) where a text was expected.',
    ],
    [
      { A: [[['x', 'y', 'z'], []], [[1]]] },
      'companions.A[1][0] is an array of numbers, but companions.A[0][0] has texts.',
    ],
    [
      { A: [[[[1], 2, 3], []], [[1]]] },
      'companions.A[0][0][0] is an array of numbers where a text was expected.',
    ],
    [
      { A: { dtype: 'int8', values } },
      'companions.A.dtype is text ("int8") where "float32" or "float64" was expected.',
    ],
    [{ 'a b': {} }, 'companions["a b"].values is null where an array was expected.'],
  ])('%j are refused with their place', async (companions, message) => {
    const problem = await problemOf(() => readOne({ values, companions }))
    expect(problem.message).toBe(message)
    expect(problem.place?.line).toBe(1)
  })
})
