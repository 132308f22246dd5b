import { describe, expect, it } from 'vitest'
import { combineRefusal } from '../../../../src/analysis/combine/combineNotices'
import { layerCountOf, valueAt } from '../../../../src/tensor/Tensor'
import { tensorOfRows } from '../../tensor/anyTensor'
import { readOne } from '../../formats/readText'
import { combine, partOf } from './partOf'

const rows = [
  [0.1, 0.2, 0.3],
  [0.4, 0.5, 0.6],
]

describe('parts that differ', () => {
  it.each([
    [
      { metric: 'cosine similarity' },
      { metric: 'dot product' },
      'One tensor has one metric, but the values are “cosine similarity” in “a” and “dot product” in “b”.',
    ],
  ])('are refused: %j, %j', async (one, other, sentence) => {
    const tensors = await Promise.all(
      [one, other].map((each) => readOne({ values: [[1]], ...each })),
    )
    const parts = tensors.map((tensor, k) => partOf(tensor, 0, k === 0 ? 'a' : 'b'))
    expect(combineRefusal(parts)).toBe(sentence)
  })

  it('are refused if other values are shown', () => {
    const part = partOf(tensorOfRows(rows))
    expect(combineRefusal([part, { ...part, name: 'b', transform: 'layer-z' }])).toBe(
      'Different values are shown: “Transform” is “None” of “a”, but “Layer (z)” of “b”. Choose one for both.',
    )
  })

  it('in the number of layers stay so, with a notice', async () => {
    const { tensor, notices } = combine([
      partOf(tensorOfRows(rows)),
      partOf(tensorOfRows([[1]]), 0, 'b'),
    ])
    expect([0, 1].map((q) => layerCountOf(tensor, q))).toEqual([2, 1])
    expect(notices).toEqual([
      'Queries were kept as long as they are: 2 layers, “0” to “1”, in “a”, but 1 layer in “b”.',
    ])
  })

  it('in the labels and the number of layers stay so, with both notices', async () => {
    const named = await readOne({ layers: ['p', 'q', 'r'], values: [[1], [2], [3]] })
    const { tensor, notices } = combine([
      partOf(tensorOfRows(rows)),
      partOf(named, 0, 'b'),
      partOf(await readOne({ layers: ['r', 'p'], values: [[[30], [10]]] }), 0, 'c'),
    ])
    expect([0, 1, 2].map((q) => layerCountOf(tensor, q))).toEqual([2, 3, 2])
    expect(notices).toEqual([
      'Queries were kept as long as they are: 2 layers, “0” to “1”, in “a”, but 3 layers, “p” to “r”, in “b”.',
      'The layers were matched by index, since labels differ, and are called “p” to “r”.',
    ])
  })

  it('in the order of their layers have each value at its label', async () => {
    const one = await readOne({ layers: ['p', 'q', 'r'], values: [[1], [2], [3]] })
    const other = await readOne({ layers: ['r', 'p'], values: [[[30], [10]]] })
    const { tensor, notices } = combine([partOf(one), partOf(other, 0, 'b')])
    expect(tensor.layerLabels).toEqual(['p', 'q', 'r'])
    expect([0, 1, 2].map((layer) => valueAt(tensor, 1, layer, 0))).toEqual([10, undefined, 30])
    expect(notices.at(-1)).toBe('The layers were matched by label; what a query lacks is padding.')
  })

  it('in their axes have the names of the first, with a notice', async () => {
    const one = await readOne({ axes: { row: 'Head' }, values: [[1]] })
    const { tensor, notices } = combine([partOf(one), partOf(await readOne([[1]]), 0, 'b')])
    expect(tensor.axes.row).toBe('Head')
    expect(notices).toEqual([
      'The axes have the names of the first tensor: “Meta token”, “Head”, “Token” in “a”, not “Meta token”, “Layer”, “Token” in “b”.',
    ])
  })

  it('in alignment and first index have missing cells only where no file has a value', async () => {
    const one = await readOne({ first_index: 2, tokens: ['c', 'd'], values: [[1, 2], [3]] })
    const other = await readOne({ tokens: ['a', 'b', 'c'], align: 'end', values: [[7], [4, 5, 6]] })
    const { tensor, notices } = combine([partOf(one), partOf(other)])
    expect(tensor.firstIndex).toBe(0)
    expect(tensor.tokens).toEqual({
      kind: 'own',
      texts: [
        ['', '', 'c', 'd'],
        ['a', 'b', 'c'],
      ],
    })
    expect(tensor.align).toBe('end')
    expect([0, 1, 2, 3].map((token) => valueAt(tensor, 0, 1, token))).toEqual([
      undefined,
      undefined,
      3,
      NaN,
    ])
    expect(notices).toContain(
      'Rows cover different ends of their tokens, so 1 cell that no file has is missing.',
    )
  })
})
