import { expect, test } from 'vitest'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { type Dimension } from '../../../../src/formats/foreign/FoundFile'
import { tensorOfChoice } from '../../../../src/formats/foreign/tensorOfChoice'
import { tensorsOfFound } from '../../../../src/formats/foreign/tensorsOfFound'
import { parseView } from '../../../../src/tensor/View'
import { readText } from '../readText'
import { foundOf } from './foundOf'

const words = ['the', ' cat', '[PAD]']
const lists = [words, ['a', 'b', 'c', 'd']]

const cases: readonly (readonly [string, readonly Dimension[]])[] = [
  ['a row', [{ size: 3 }]],
  [
    'layers that count down',
    [
      { size: 2, labels: ['L1', 'L0'], isDescending: true },
      { size: 3, labels: words },
    ],
  ],
  ['heads, queries and keys', ['head', 'query', 'key'].map((name, i) => ({ size: i + 1, name }))],
  [
    'queries with lists of tokens',
    [{ size: 2, name: 'sample' }, { size: 2, name: 'layer' }, { size: 3 }],
  ],
  ['tokens behind padding', [{ size: 3 }, { size: 3, labels: ['<pad>', 'a', 'b'] }]],
  [
    'steps as rows',
    [
      { size: 3, name: 'step' },
      { size: 3, labels: words },
    ],
  ],
]

/** Labels of queries that a file does not name are made up by its reader. */
const named = { queries: [], queryExtra: [] }

test.each(cases)('the JSON of %s is the same tensor', async (_, dimensions) => {
  const array = foundOf(dimensions, { domain: [-1, 2], title: 'A title', metric: 'nats' })
  const last = array.values.length - 1
  const holed = {
    ...array,
    values: array.values.map((v, i) => (i === 0 ? NaN : i === last ? 0 : v)),
  }
  const file = { arrays: [holed], notices: [], tokenLists: lists }
  const { found } = tensorsOfFound(file, 'x').tensors[0] ?? {}
  if (found === undefined) throw new Error('not a foreign tensor')
  for (const isZeroPadding of [false, true]) {
    const { tensor } = tensorOfChoice(found.file, { ...found.choice, isZeroPadding }, found)
    // oxlint-disable-next-line no-await-in-loop -- two of them, one after the other
    const { tensors } = await readText(canonicalJson(tensor).join(''))
    expect(parseView(tensor.view).problems).toEqual([])
    const read = tensors[0]?.tensor
    expect({ ...read, ...named }).toEqual({ ...tensor, ...named })
    expect(read?.queries.map(({ position }) => position)).toEqual(
      tensor.queries.map(({ position }) => position),
    )
  }
})
