import { expect, test } from 'vitest'
import { type Dimension } from '../../../../src/formats/foreign/FoundFile'
import { likelyArrangement } from '../../../../src/formats/foreign/likelyArrangement'
import { foundOf } from './foundOf'

const numbered = (count: number, prefix = ''): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`)

const uncertain: readonly (readonly [string, readonly Dimension[], string, string])[] = [
  [
    'rows of texts that no tokenizer marked',
    [
      { size: 3, labels: ['gpt2', 'llama', 'pythia'] },
      { size: 4, labels: numbered(4) },
    ],
    'layer,token',
    'Axis 1 may be the tokens; the rows of the file are shown as layers.',
  ],
  [
    'a name that its labels contradict',
    [{ size: 4, name: 'token', labels: numbered(4, 'layer_') }, { size: 4 }],
    'layer,token',
    'Token may be layers or tokens: its name and its labels say different things.',
  ],
  [
    'three dimensions without names',
    [{ size: 2 }, { size: 3 }, { size: 4 }],
    'query,layer,token',
    'Nothing in the file says which of its axes (2 × 3 × 4) are queries, layers and tokens.',
  ],
  [
    'four dimensions',
    [{ size: 2 }, { size: 2 }, { size: 3 }, { size: 4 }],
    '0,query,layer,token',
    'Nothing in the file says which of its axes (2 × 2 × 3 × 4) are queries, layers and tokens.',
  ],
]

test.each(uncertain)('guesses and asks for %s', (_, dimensions, expected, doubt) => {
  expect(likelyArrangement(foundOf(dimensions))).toMatchObject({
    arrangement: expected.split(',').map((role) => (role === '0' ? 0 : role)),
    doubt,
  })
})

function isByOrder(...dimensions: readonly Dimension[]): boolean {
  return likelyArrangement(foundOf(dimensions)).isByOrder
}

test('says when only their place makes the rows layers', () => {
  expect(isByOrder({ size: 4 }, { size: 4, labels: numbered(4) })).toBe(true)
  expect(isByOrder({ size: 4 }, { size: 4, labels: ['a', 'b', 'c', 'd'] })).toBe(false)
  expect(isByOrder({ size: 4, name: 'head' }, { size: 4 })).toBe(false)
  expect(isByOrder({ size: 4, labels: numbered(4, 'L') }, { size: 4 })).toBe(false)
})
