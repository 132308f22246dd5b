import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBytes, type Chunk } from '../../../src/formats/source/ByteSource'
import { isTensorError, type Problem } from '../../../src/tensor/TensorError'
import { bytesOf, npyBytes, safetensorsBytes, u32, zipBytes } from './fileBytes'
import { problemOf } from './problemOf'

const folder = new URL('../../fixtures/arrays/', import.meta.url)
const files = readdirSync(folder).filter((file) => !/\.(?:json|py)$/.test(file))

/** More than any of the files has. */
const MOST_CELLS = 1e5

function open(bytes: Chunk): Promise<Problem> {
  return problemOf(() => readTensor(sourceOfBytes(bytes, 'a'), { maxCellCount: MOST_CELLS }))
}

function header(descr: string, shape: string): string {
  return `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape}), }\n`
}

function safetensor(entry: object): Chunk {
  return safetensorsBytes(JSON.stringify({ a: entry }))
}

function pickle(...parts: readonly (string | ArrayLike<number>)[]): Chunk {
  return zipBytes('a/data.pkl', bytesOf(...parts))
}

describe('hostile array files', () => {
  it.each([
    ['10¹² cells', npyBytes(header('<f4', '1000000, 1000000'), [0, 0]), '0 numbers are there'],
    ['lengths that overflow', npyBytes(header('<f4', '9007199254740993, 9')), 'is announced'],
    ['a length beyond all', npyBytes(header('<f4', `${'9'.repeat(400)}, 0`)), 'is announced'],
    ['texts without width', npyBytes(header('<U0', '1000000, 1000000')), 'are announced'],
    ['a text of 10⁹ characters', npyBytes(header('<U999999999', '1,')), 'are announced'],
    ['no header', npyBytes(''), 'lacks type'],
    ['half a header', npyBytes(header('<f4', '2, 3')).subarray(0, 20), 'lacks type'],
    ['a header of 10⁸ bytes', safetensorsBytes('{"', 99_999_999), 'header is broken'],
    ['a header that is no JSON', safetensorsBytes('{"a"'), 'header is broken'],
    [
      'offsets beyond the end',
      safetensor({ dtype: 'F32', shape: [9, 9], data_offsets: [0, 1e15] }),
      'not all among the 0 bytes',
    ],
    [
      'offsets backwards',
      safetensor({ dtype: 'F32', shape: [2], data_offsets: [8, 0] }),
      'not all among the 0 bytes',
    ],
    [
      'negative offsets',
      bytesOf(safetensor({ dtype: 'F32', shape: [2], data_offsets: [-8, 8] }), zeros(8)),
      'lacks a type, shape or place',
    ],
    [
      'fractional offsets',
      bytesOf(safetensor({ dtype: 'F32', shape: [2], data_offsets: [0.5, 8.5] }), zeros(9)),
      'lacks a type, shape or place',
    ],
    [
      'fewer bytes than numbers',
      bytesOf(safetensor({ dtype: 'F32', shape: [4], data_offsets: [0, 8] }), zeros(16)),
      '2 numbers are there',
    ],
    [
      '5,000 dimensions',
      safetensor({ dtype: 'F32', shape: Array(5000).fill(1), data_offsets: [0, 0] }),
      '1 × 1 × 1 × 1 × 1 × 1 × 1 × 1 × … (5000 dimensions)',
    ],
    [
      'sizes that are no numbers',
      safetensor({ dtype: 'F32', shape: [{}, 'x'], data_offsets: [0, 0] }),
      'lacks a type',
    ],
    ['an entry that is no object', safetensor([]), 'lacks a type'],
    ['a pickle that ends', pickle('\x80\x02'), 'is broken'],
    ['a pickle of marks', pickle('('.repeat(1e5), '.'), 'is broken'],
    ['a pickle that pops too often', pickle('\x80\x02aaa.'), 'is broken'],
    ['a text longer than all', pickle('X', u32(0xffffffff), 'a.'), 'is broken'],
    ['an operation nobody knows', pickle('\x80\x02\xff.'), 'Python objects'],
    ['lists 100,000 deep', pickle(']'.repeat(1e5), 'a'.repeat(1e5 - 1), '.'), 'no array'],
    ['a list that holds itself', pickle(']q\0h\0a.'), 'no array'],
    ['10⁶⁰ lists', pickle(...doubled(60), '.'), 'no array'],
    [
      '4 GB deflated',
      zipBytes('a.npy', bytesOf('\x03\0'), { method: 8, size: 2 ** 32 - 2 }),
      'cannot have the 4294967294 bytes',
    ],
    [
      'fewer bytes than announced',
      zipBytes('a.npy', bytesOf('\x03\0'), { method: 8, size: 2000 }),
      'has 0 bytes, but the archive announces 2000',
    ],
    [
      'a size of 0 for a stored file',
      zipBytes('a.npy', npyBytes(header('<f4', '2, 2'), zeros(16)), { size: 0 }),
      'cannot have the 0 bytes',
    ],
    [
      'packed bytes beyond the end',
      zipBytes('a.npy', zeros(9), { size: 1e6, packedSize: 1e6 }),
      'cannot have the 1000000 bytes',
    ],
    ['a bomb', zipBytes('a.npy', deflated(1e6), { method: 8, size: 999 }), 'bytes or more, but'],
    ['an unknown method', zipBytes('a.npy', bytesOf('\x03\0'), { method: 99 }), 'a method'],
    ['has no end', bytesOf('PK\x03\x04', new Uint8Array(100)), 'has no end'],
    ['a directory elsewhere', zipBytes('a.npy', zeros(9)).subarray(1), 'no'],
    [
      'a file that is listed 10,000 times',
      zipBytes('a.npy', npyBytes(header('<f4', '250, 100'), zeros(1e5)), { count: 10_000 }),
      'share the same bytes',
    ],
  ] as const)('%s is a problem', async (_, bytes, message) => {
    expect((await open(bytes)).message).toContain(message)
  })

  it('keys that are names of prototypes stay keys', async () => {
    const text = JSON.stringify({ cos: { dtype: 'F32', shape: [1, 1], data_offsets: [0, 4] } })
    const polluted = text.replace(
      '{',
      '{"__metadata__":{"__proto__":"[\\"a\\"]","constructor":"x"},"constructor":{},',
    )
    expect((await open(bytesOf(safetensorsBytes(polluted), [0, 0, 0, 0]))).message).toContain(
      'lacks a type',
    )
    const fine = polluted.replace('"constructor":{},', '')
    const source = sourceOfBytes(bytesOf(safetensorsBytes(fine), [0, 0, 0, 0]), 'a')
    expect((await readTensor(source)).tensors[0]?.tensor.tokens).toStrictEqual({
      kind: 'shared',
      texts: ['a'],
    })
    expect('cos' in {} || 'a' in {}).toBe(false)
  })
})

/** Each list holds the one before it ten times. */
function doubled(count: number): string[] {
  const lists = Array.from({ length: count }, (_, i) => {
    const before = `h${String.fromCharCode(i)}`
    return `](${before.repeat(10)}eq${String.fromCharCode(i + 1)}`
  })
  return [']q\0', ...lists]
}

function zeros(count: number): Chunk {
  return new Uint8Array(count)
}

function deflated(count: number): Chunk {
  return new Uint8Array(deflateRawSync(zeros(count)))
}

/** `tensors`, or the tag of the problem; throws whatever is neither, and where there are more cells than asked for. */
async function outcomeOf(bytes: Chunk): Promise<string> {
  try {
    const source = sourceOfBytes(bytes, 'any')
    const { tensors } = await readTensor(source, { maxCellCount: MOST_CELLS })
    const largest = Math.max(...tensors.map(({ tensor }) => tensor.values.length))
    return largest <= MOST_CELLS ? 'tensors' : 'too many cells'
  } catch (error) {
    if (isTensorError(error)) return error.tag
    throw error
  }
}

describe('array files of any bytes end in tensors or in a problem', () => {
  const outcomes = /^(?:tensors|syntax|shape|type|empty|unsupported|too-large|read)$/
  const file = fc.constantFrom(
    ...files.map((name) => new Uint8Array(readFileSync(new URL(name, folder)))),
  )

  it('cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.double({ min: 0, max: 1, noNaN: true }), async (bytes, share) => {
        const cut = bytes.slice(0, Math.floor(bytes.length * share))
        expect(await outcomeOf(cut)).toMatch(outcomes)
      }),
      { numRuns: 100 },
    )
  })

  it('with wrong bytes', async () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(file, flips, async (bytes, changes) => {
        const changed = bytes.slice()
        for (const [at, byte] of changes) changed[at % changed.length] = byte
        expect(await outcomeOf(changed)).toMatch(outcomes)
      }),
      { numRuns: 200 },
    )
  })

  it('random after a signature', async () => {
    const start = fc.constantFrom('\x93NUMPY\x01\0v\0', 'PK\x03\x04', '@\0\0\0\0\0\0\0{"')
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (signature, rest) => {
        expect(await outcomeOf(bytesOf(signature, rest))).toMatch(outcomes)
      }),
    )
  })

  it('any pickle', async () => {
    const codes = fc.constantFrom(
      ...'NJKMGXU])}(02tasuebcRQqhr.\x80\x85\x86\x87\x88\x8a\x93\x94'.split(''),
    )
    const operation = fc.tuple(codes, fc.uint8Array({ maxLength: 5 }))
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 40 }), async (operations) => {
        expect(await outcomeOf(pickle(...operations.flat(), '.'))).toMatch(outcomes)
      }),
      { numRuns: 200 },
    )
  })
})
