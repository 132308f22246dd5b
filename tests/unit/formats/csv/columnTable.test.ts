import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfText } from '../../../../src/formats/source/ByteSource'
import { isTensorError } from '../../../../src/tensor/TensorError'
import { problemOf } from '../problemOf'
import { openTable } from './openTable'

describe('a table in long form', () => {
  it('of layers, tokens and values: equal tokens of a layer are several', async () => {
    expect(await openTable('layer,token,value\n0,a,0.5\n0,a,1\n1,a,\n1,a,-0', 'a')).toMatchObject({
      values: [
        [
          [0.5, 1],
          [null, -0],
        ],
      ],
      tokens: ['a', 'a'],
    })
  })

  it('with the index of each token, in any order, and decimal commas', async () => {
    const text = 'similarity;Layer;position;Token\n0,4;L1;6;7\n1;L0;5;a\n2;L0;6;7\n3;L1;5;a'
    expect(await openTable(text)).toMatchObject({
      values: [
        [
          [1, 2],
          [3, 0.4],
        ],
      ],
      layers: ['L0', 'L1'],
      tokens: ['a', '7'],
    })
  })

  it('as it was exported and then sorted', async () => {
    const rows = ['M,1,1,b,1,4', 'M,0,1,b,1,2', 'M,1,0,a,2,3', 'M,0,0,a,2,1']
    const text = ['query,layer,token_index,token,distance,value', ...rows].join('\n')
    expect(await openTable(text)).toMatchObject({
      values: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      tokens: ['a', 'b'],
    })
  })

  it('as it is exported: ragged at the end, two queries of one name', async () => {
    const text = [
      'query,layer,token_index,token,distance,value',
      'M,0,0,a,2,1',
      'M,0,1,"b, ",1,2',
      "M,1,1,'=b,1,3",
      'M,0,0,c,3,4',
      'M,0,1,,2,',
      'M,0,2,"""",1,1e999',
      'M,1,2,"""",1,-Infinity',
    ].join('\r\n')
    expect(await openTable(text)).toMatchObject({
      values: [
        [[1, 2], [3]],
        [[4, null, Infinity], [-Infinity]],
      ],
      align: 'end',
      tokens: [
        ['a', '=b'],
        ['c', '', '"'],
      ],
      queries: [
        { label: 'M', position: 2 },
        { label: 'M', position: 3 },
      ],
    })
  })

  it.each([
    ['layer,token,value\n0,a,x', '“x” in row 2 of the table is no number'],
    ['layer,token_index,value\n0,0,1\n0,1e12,x', '“x” in row 3'],
  ])('%j is refused', async (text, message) => {
    const problem = await problemOf(() => readTensor(sourceOfText(text, 'a.csv')))
    expect(problem.message).toContain(message)
  })

  it('without rows is empty', async () => {
    expect((await problemOf(() => readTensor(sourceOfText('', 'a.csv')))).tag).toBe('empty')
    const problem = await problemOf(() => readTensor(sourceOfText('layer,token,value', 'a.csv')))
    expect(problem.tag).toBe('empty')
  })
})

it('any text ends in a tensor or in a problem', async () => {
  const words = fc.constantFrom('', '"', 'layer', 'value', 'token')
  const field = fc.oneof(fc.string(), fc.double().map(String), words)
  const row = fc.array(field, { maxLength: 5 }).map((fields) => fields.join(','))
  const heads = fc.constantFrom('layer,token,value\n', '')
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), heads, async (rows, head) => {
      const source = sourceOfText(head + rows.join('\n'), 'a.csv')
      const error: unknown = await readTensor(source).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      expect(error === undefined || isTensorError(error)).toBe(true)
    }),
    { numRuns: 100 },
  )
})
