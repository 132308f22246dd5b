import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../../src/formats/readTensor'
import {
  sourceOfBlob,
  sourceOfBytes,
  sourceOfText,
} from '../../../../src/formats/source/ByteSource'
import { problemOf } from '../problemOf'
import { openTable } from './openTable'
import { numbersOf } from '../../tensor/numbersOf'
import { cellValues } from '../../../../src/tensor/CellValues'

describe('a matrix', () => {
  const values = [
    [
      [0.5, 1, -0.25],
      [0, null, 2],
    ],
  ]

  it.each([
    ['numbers alone', '0.5,1,-0.25\n0,,2\n'],
    ['semicolons and decimal commas', '0,5;1;-0,25\n0;;2'],
    ['tabs', '0.5\t1\t-0.25\n0\tNaN\t2'],
    ['spaces, as numpy.savetxt writes', '5.0e-01 1.0e+00 -2.5e-01\n0.0e+00 nan 2.0e+00'],
    ['quotes', '"0.5","1","-0.25"\n"0","","2"'],
    ['words for missing values', '0.5,1.0,-0.25\n0.0,None,2.0'],
    ['a byte order mark', '\ufeff0.5,1,-0.25\n0,NA,2'],
  ])('of %s', async (_, text) => {
    const document = await openTable(text)
    expect(document).toMatchObject({ values })
    expect(document).not.toHaveProperty('tokens')
  })

  it.each([
    ['above, as numpy.savetxt writes them', '# The,", ","""x"""\n0.5,1,-0.25\n0,,2'],
    ['above', 'The,", ","""x"""\n0.5,1,-0.25\n0,,2'],
    ['above and at the left', ',The,", ","""x"""\n0,0.5,1,-0.25\n1,0,,2'],
    ['of layers by name', 'layer,The,", ","""x"""\n0,0.5,1,-0.25\n1,0,,2'],
  ])('with labels %s', async (_, text) => {
    expect(await openTable(text)).toMatchObject({ values, tokens: ['The', ', ', '"x"'] })
  })

  it.each([
    ['layer,a,b', '1,1'],
    ['Layers,a,b', '0,'],
    [',a,b', '2,1'],
    ['Unnamed: 0,a,b', ','],
  ])('with labels under %s, though its first row is whole or missing: %s', async (header, row) => {
    const numbers = row.split(',').map((field) => (field === '' ? null : Number(field)))
    expect(await openTable(`${header}\n0,${row}\n1,0.5,-0.25`)).toMatchObject({
      values: [[numbers, [0.5, -0.25]]],
      tokens: ['a', 'b'],
    })
  })

  it('with a first token that is called like an axis', async () => {
    expect(await openTable('key,word\n1,0\n0,1')).toMatchObject({
      values: [
        [
          [1, 0],
          [0, 1],
        ],
      ],
      tokens: ['key', 'word'],
    })
  })

  it('with layers that have names', async () => {
    expect(await openTable('layer,a,b\nL0,1,2\nL5,3,4')).toMatchObject({
      values: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      tokens: ['a', 'b'],
      layers: ['L0', 'L5'],
    })
  })

  it('with tokens in rows is turned', async () => {
    const document = await openTable('token,layer_0,layer_1\na,1,2\nb,3,4\nc,5,6')
    expect(document).toMatchObject({
      values: [
        [
          [1, 3, 5],
          [2, 4, 6],
        ],
      ],
      tokens: ['a', 'b', 'c'],
    })
  })

  it('of pandas without labels counts its rows and columns', async () => {
    expect(await openTable(',0,1,2\n0,0.5,1,-0.25\n1,0,,2')).toMatchObject({ values })
    expect(await openTable('0,1,2\n0.5,1,-0.25\n0,,2')).toMatchObject({ values })
  })

  it('keeps equal tokens, and those that look like formulas', async () => {
    const document = await openTable("the,the,'=1+1,'s,''\n1,2,3,4,5\n1,2,3,4,5")
    expect(document).toMatchObject({ tokens: ['the', 'the', '=1+1', "'s", "''"] })
  })

  it('keeps infinities and negative zero', async () => {
    const { tensors } = await readTensor(sourceOfText('inf,-Infinity\n1e999,-0', 'a.csv'))
    expect(tensors[0]?.tensor.values).toStrictEqual(
      cellValues(Float64Array.of(Infinity, -Infinity, Infinity, -0)),
    )
  })

  it('may be ragged', async () => {
    expect(await openTable('1,2,3\n4,5', 'a.csv')).toMatchObject({
      values: [
        [
          [1, 2, 3],
          [4, 5],
        ],
      ],
    })
  })

  it('may be packed, and in chunks', async () => {
    const bytes = new Uint8Array(gzipSync('a,b\n1,2\n3,4'))
    const { tensors } = await readTensor(sourceOfBytes(bytes, 'a.csv.gz'))
    expect(tensors[0]?.name).toBe('a')
    const row = Array.from({ length: 50_000 }, (_, i) => i / 7).join(',')
    const blob = new Blob([`${row}\n`.repeat(3)])
    const { tensors: large } = await readTensor(sourceOfBlob(blob, 'b.csv'))
    expect(numbersOf(large[0]?.tensor.values)[149_999]).toBe(49_999 / 7)
  })

  it.each([
    ['a,b\n1,oops', '“oops” in row 2 of the table is no number.'],
    ['a,b\n1,2,3,4', '“4” in row 2 of the table is one field too many.'],
  ])('%j says in which row what is wrong', async (text, message) => {
    const problem = await problemOf(() => readTensor(sourceOfText(text, 'a.csv')))
    expect(problem.message).toBe(message)
    expect(problem.place?.line).toBe(2)
  })
})
