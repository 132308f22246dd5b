import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBytes } from '../../../src/formats/source/ByteSource'
import { archiveBytes } from './fileBytes'
import { problemOf } from './problemOf'

/** Files in files. A quine, whose only member is the file itself, is the same without an end. */
const DEPTH = 100

function nested(pack: (bytes: Uint8Array) => Uint8Array): Uint8Array<ArrayBuffer> {
  let bytes: Uint8Array = Buffer.from('[[1]]')
  for (let depth = 0; depth < DEPTH; depth++) bytes = pack(bytes)
  return new Uint8Array(bytes)
}

function zipped(name: string): (bytes: Uint8Array) => Uint8Array {
  return (bytes) => {
    const data = new Uint8Array(deflateRawSync(bytes))
    return archiveBytes([{ name, data, method: 8, size: bytes.length }])
  }
}

describe('a file in a file in a file, a hundred times,', () => {
  it.each([
    ['a.zip', zipped('a.zip'), 'The zip archive holds no .npy arrays.'],
    ['a.npz', zipped('a.npy'), 'The header of the .npy file lacks'],
    ['a.json.gz', (bytes: Uint8Array) => gzipSync(bytes), 'gzip'],
  ] as const)('%s is refused with a sentence', async (name, pack, sentence) => {
    const source = sourceOfBytes(nested(pack), name)
    const { tag, message } = await problemOf(() => readTensor(source))
    expect(tag).not.toBe('internal')
    expect(message).toContain(sentence)
  })
})
