import { expect, it } from 'vitest'
import { canonicalJson } from '../../../../src/formats/canonical/canonicalJson'
import { knownDimensions } from '../../../../src/formats/foreign/roleOfName'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfText } from '../../../../src/formats/source/ByteSource'

async function opened(rows: readonly string[]): Promise<readonly [object[], readonly string[]]> {
  const { tensors, notices } = await readTensor(sourceOfText(rows.join('\n'), 'a.csv'))
  const documents = tensors.map(
    ({ tensor }) => JSON.parse(canonicalJson(tensor).join('')) as object,
  )
  return [documents, notices]
}

const twoByTwo = [
  [0.5, 1.5],
  [2.5, 3.5],
]

it('texts label the numbers of an axis only if there is one for each', async () => {
  const header = 'layer,hook,position,token,kl'
  const [named] = await opened([
    header,
    '3,a,0, x,0.5',
    '3,a,1,y,1.5',
    '5,a,0, x,2.5',
    '5,a,1,y,3.5',
  ])
  expect(named).toMatchObject([{ layers: ['3', '5'], tokens: [' x', 'y'], values: [twoByTwo] }])
  const other = await opened([header, '3,a,0,x,0.5', '3,b,1,y,1.5', '5,a,0,z,2.5', '5,b,1,w,3.5'])
  expect(other[0]).toMatchObject([{ layers: ['3', '5'], values: [twoByTwo] }])
  expect(other[0][0]).not.toHaveProperty('tokens')
  expect(other[1]).toContain('The texts of token were left out.')
})

it('texts in no order are said to be in that of their first appearance', async () => {
  const notice = 'The texts of token are in the order of their first appearance.'
  const header = 'layer,token,kl'
  const rows = ['0, a,0.5', '0, b,1.5', '1, a,2.5', '1, b,3.5']
  expect((await opened([header, ...rows]))[1]).not.toContain(notice)
  expect((await opened([header, ...rows.toReversed()]))[1]).not.toContain(notice)
  const [, notices] = await opened([header, '0, a,0.5', '1, b,3.5', '0, b,1.5', '1, a,2.5'])
  expect(notices).toContain(notice)
})

it('a table in which each row has a place of its own is no long one', async () => {
  const [documents, notices] = await opened([
    'feature,layer,neuron,mcc',
    'a,1,17,0.25',
    'b,7,2048,0.5',
    'c,3,99,0.75',
    'd,4,100,0.125',
    'e,5,7,0.0625',
  ])
  expect(documents).toMatchObject([
    { layers: ['a', 'b', 'c', 'd', 'e'], axes: { row: 'Feature' }, metric: 'value' },
  ])
  expect(notices).toContain('Columns that are not values were left out: layer, neuron.')
})

it('columns that are empty at first may hold texts, and numbers among texts are texts', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `r${i},${i < 35 ? '' : 'note'},${i / 64},0.5`)
  const [documents, notices] = await opened(['run,remark,kl,cos', ...rows])
  expect(documents).toMatchObject([{ tokens: ['kl', 'cos'] }])
  expect(notices).toContain('Columns that are not values were left out: remark.')
})

it('columns of places beside scores are no values', async () => {
  const rows = Array.from({ length: 37 }, (_, i) => `${i % 4},${(i * 7) % 3},p${i % 5},0.${i + 10}`)
  const [documents, notices] = await opened(['i,j,pattern,score', ...rows])
  expect(documents).toMatchObject([{ axes: { row: 'Pattern' }, tokens: ['score'] }])
  expect(notices).toContain('Columns that are not values were left out: i, j.')
})

it('rows that are all shorter than their header are named', async () => {
  const [, notices] = await opened(['model,layer,head,cos', '0,1,0.5', '1,1,0.25'])
  expect(notices).toContain(
    'The header names 4 columns, but the rows have 3 fields: the last columns are empty.',
  )
})

it('texts that are the same in each row label none', async () => {
  const [documents] = await opened([
    'model,feature,kl,cos',
    'gpt2,b,0.5,1.5',
    'gpt2,a,0.5,1.5',
    'gpt2,b,2.5,3.5',
  ])
  expect(documents).toMatchObject([{ layers: ['b', 'a', 'b'] }])
})

it.each([
  ['attention', 4, ['layer', 'head', 'query', 'key']],
  ['runs[3].attn.data', 3, ['head', 'query', 'key']],
  ['outputs.block_0_attn_softmax.data', 4, ['layer', 'head', 'query', 'key']],
  ['a.metrics.prev_token', 2, ['layer', 'head']],
  ['projections.prompt', 3, ['token', 'layer', 'component']],
  ['attention_analysis.top_tokens', 3, undefined],
  ['attention_data["0"].attention_vectors', 3, undefined],
  ['cos', 3, undefined],
])('the dimensions of %s are known by its own name', (path, rank, names) => {
  expect(knownDimensions(path, rank)).toEqual(names)
})
