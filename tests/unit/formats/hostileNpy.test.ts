import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBytes, type Chunk } from '../../../src/formats/source/ByteSource'
import { bytesOf, u32 } from './fileBytes'
import { problemOf } from './problemOf'
import { readText } from './readText'

interface Header {
  readonly type?: string
  readonly shape: string
  readonly isTurned?: boolean
}

/** A file of version 2, whose header may be long. */
function npy({ type = "'<f4'", shape, isTurned = false }: Header, byteCount = 16): Chunk {
  const order = isTurned ? 'True' : 'False'
  const text = `{'descr': ${type}, 'fortran_order': ${order}, 'shape': (${shape}), }\n`
  return bytesOf('\x93NUMPY\x02\0', u32(text.length), text, new Uint8Array(byteCount))
}

describe('a .npy file', () => {
  it.each([
    ['of very many rows', { type: "'|b1'", shape: '3000000, 1' }, 3e6, 'has 3,000,000 rows'],
    ['with a header of 60 MB', { shape: '1, '.repeat(2e7) }, 16, 'lacks type'],
    ['of a size that overflows', { shape: '4294967296, '.repeat(3) }, 16, 'is announced'],
    ['turned, of 10¹⁸ cells', { shape: '1000000000, 1000000000', isTurned: true }, 16, 'announced'],
    ['of sizes below zero', { shape: '-2, -2' }, 16, 'lacks type'],
    ['of records', { type: "[('a', '<f4'), ('b', '<i4')]", shape: '2,' }, 16, 'records'],
    ['of arrays', { type: "('<f4', (9, 9))", shape: '2,' }, 16, 'lacks type'],
    ['of Python objects', { type: "'|O'", shape: '1000000000, 9' }, 16, 'Python objects'],
  ])('%s is a problem', async (_, header, byteCount, message) => {
    const source = sourceOfBytes(npy(header, byteCount), 'a.npy')
    expect((await problemOf(() => readTensor(source))).message).toContain(message)
  })
})

it('JSON of very many rows is a problem', async () => {
  const text = `[${'[1],'.repeat(1 << 21)}[1]]`
  const { tag, message } = await problemOf(() => readText(`{"title": "a", "values": ${text}}`))
  expect([tag, message]).toEqual([
    'too-large',
    'The tensor has 2,097,153 rows: more than the 2,097,152 that are read.',
  ])
})
