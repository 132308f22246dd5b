import { expect, test } from 'vitest'
import { type Dimension, type FoundArray } from '../../../../src/formats/foreign/FoundFile'
import { likelyArrangement } from '../../../../src/formats/foreign/likelyArrangement'
import { foundOf } from './foundOf'

const words = ['the', ' cat', ' sat', ' on']
const numbered = (count: number, prefix = ''): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`)

const certain: readonly (readonly [string, readonly Dimension[], string])[] = [
  ['a single row', [{ size: 4 }], 'token'],
  ['fewer rows than columns', [{ size: 3 }, { size: 4 }], 'layer,token'],
  [
    'the names',
    [
      { size: 4, name: 'token' },
      { size: 3, name: 'layer' },
    ],
    'token,layer',
  ],
  ['one name', [{ size: 4, name: 'Position' }, { size: 3 }], 'token,layer'],
  ['labels that are texts', [{ size: 4, labels: words }, { size: 4 }], 'token,layer'],
  ['labels of layers', [{ size: 4 }, { size: 4, labels: numbered(4, 'L') }], 'token,layer'],
  ['module names', [{ size: 4 }, { size: 4, labels: numbered(4, 'blocks.') }], 'token,layer'],
  [
    'labels of layers sorted as texts',
    [{ size: 4, labels: ['layer_0', 'layer_1', 'layer_10', 'layer_2'] }, { size: 4 }],
    'layer,token',
  ],
  [
    'labels of positions',
    [
      { size: 4, labels: numbered(4, 'pos ') },
      { size: 4, labels: numbered(4) },
    ],
    'token,layer',
  ],
  [
    'rows beside columns that count',
    [{ size: 3 }, { size: 4, labels: numbered(4) }],
    'layer,token',
  ],
  [
    'rows beside columns of dates',
    [{ size: 3 }, { size: 4, labels: numbered(4, '2026-01-0') }],
    'layer,token',
  ],
  ['a square', [{ size: 4 }, { size: 4 }], 'layer,token'],
  ['more rows than columns', [{ size: 4 }, { size: 3 }], 'layer,token'],
  ['columns that count', [{ size: 4 }, { size: 4, labels: numbered(4) }], 'layer,token'],
  [
    'rows numbered in no order',
    [{ size: 4, labels: ['0', '1', '10', '2'] }, { size: 4 }],
    'layer,token',
  ],
  [
    'one name for both axes',
    [
      { size: 4, name: 'pos' },
      { size: 4, name: 'pos' },
    ],
    'layer,token',
  ],
  [
    'one kind of labels for both axes',
    [
      { size: 3, labels: numbered(3, 'L') },
      { size: 4, labels: numbered(4, 'L') },
    ],
    'layer,token',
  ],
  [
    'names of runs beside labels of layers',
    [
      { size: 3, labels: ['gpt2', 'llama', 'pythia'] },
      { size: 4, labels: numbered(4, 'Layer_') },
    ],
    'token,layer',
  ],
  [
    'texts on both axes',
    [
      { size: 3, labels: ['embed', 'mid', 'out'] },
      { size: 4, labels: ['The', 'cat', 'is', 'out'] },
    ],
    'layer,token',
  ],
  ['heads beside columns without a name', [{ size: 3, name: 'head' }, { size: 4 }], 'layer,token'],
  ['columns of heads', [{ size: 3 }, { size: 4, name: 'head' }], 'layer,token'],
  ['columns of steps', [{ size: 3 }, { size: 4, name: 'step' }], 'layer,token'],
  [
    'labels of layers with parts',
    [{ size: 4 }, { size: 4, labels: ['0_pre', '0_mid', '1_pre', 'output'] }],
    'token,layer',
  ],
  [
    'tokens with numbers',
    [{ size: 3 }, { size: 3, labels: ['When 1', ' John 2', ' and 3'] }],
    'layer,token',
  ],
  [
    'heads, which become layers',
    [
      { size: 2, name: 'head' },
      { size: 3, name: 'dest' },
      { size: 3, name: 'src' },
    ],
    'layer,query,token',
  ],
  [
    'layers before heads',
    [
      { size: 2, name: 'layer' },
      { size: 2, name: 'head' },
      { size: 3, name: 'query_pos' },
      { size: 3, name: 'key_pos' },
    ],
    'layer,0,query,token',
  ],
  [
    'heads beside layers',
    [
      { size: 2, name: 'layer' },
      { size: 2, name: 'head' },
    ],
    'layer,token',
  ],
  [
    'attention alone',
    [
      { size: 3, name: 'query' },
      { size: 3, name: 'key' },
    ],
    'layer,token',
  ],
  ['a batch of one', [{ size: 1 }, { size: 3 }, { size: 4 }], '0,layer,token'],
  [
    'the format',
    [{ size: 4, role: 'token' }, { size: 2, role: 'query' }, { size: 3 }],
    'token,query,layer',
  ],
]

test.each(certain)('goes by %s', (_, dimensions, expected) => {
  const { arrangement, doubt } = likelyArrangement(foundOf(dimensions))
  expect([arrangement.join(), doubt]).toEqual([expected, undefined])
})

test('a token list of fitting length says which dimension the tokens are', () => {
  expect(likelyArrangement(foundOf([{ size: 4 }, { size: 3 }]), [words])).toEqual({
    arrangement: ['token', 'layer'],
    isByOrder: false,
  })
})

test('rows that grow by one are pasts, whatever their columns are', () => {
  const array: FoundArray = {
    ...foundOf([{ size: 3, labels: [' It', ' is', '.'] }, { size: 4 }]),
    values: new Float64Array(9),
    rowLengths: Uint32Array.of(2, 3, 4),
  }
  expect(likelyArrangement(array).arrangement).toEqual(['layer', 'token'])
})

test('a table with very many more rows than columns is asked about, unless its rows are named', () => {
  const columns = { size: 3, labels: ['a', 'b', 'c'] }
  const tall = likelyArrangement(foundOf([{ size: 5000 }, columns]))
  expect(tall.arrangement).toEqual(['layer', 'token'])
  expect(tall.doubt).toBe('5000 rows are many more than a model has layers: they may be tokens.')
  expect(likelyArrangement(foundOf([{ size: 5000, name: 'layer' }, columns])).doubt).toBeUndefined()
})
