import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBytes, type Chunk } from '../../../src/formats/source/ByteSource'
import { archiveBytes, bytesOf, npyBytes, safetensorsBytes, u32 } from './fileBytes'
import { problemOf } from './problemOf'

/** Small files that name the same bytes very often. None may take memory that grows with how often. */

const NPY = npyBytes(
  `{'descr': '<f4', 'fortran_order': False, 'shape': (100, 5000), }\n`,
  new Uint8Array(2e6),
)

async function sentenceOf(bytes: Chunk): Promise<string> {
  const { tag, message } = await problemOf(() => readTensor(sourceOfBytes(bytes, 'a')))
  return `${tag}: ${message}`
}

describe('parts that are small one by one and large together', () => {
  it('3,000 zip entries on one stored member', async () => {
    const honest = archiveBytes([{ name: 'a.npy', data: NPY, count: 3000 }])
    expect(await sentenceOf(honest)).toContain('share the same bytes')
    const lying = archiveBytes([{ name: 'a.npy', data: NPY, count: 3000, size: 0 }])
    expect(await sentenceOf(lying)).toMatch(/^shape: /)
  })

  it('3,000 zip entries of zeros', async () => {
    const data = new Uint8Array(deflateRawSync(NPY))
    const files = Array.from({ length: 3000 }, (_, i) => {
      return { name: `${i}.npy`, data, method: 8, size: NPY.length }
    })
    expect(await sentenceOf(archiveBytes(files))).toMatch(
      /^too-large: The file has [\d.]+ MB, but its contents take \d+ MB or more/,
    )
  })

  it('3,000 safetensors on one range', async () => {
    const entry = { dtype: 'F32', shape: [100, 5000], data_offsets: [0, 2e6] }
    const header = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`a${i}`, entry]))
    const bytes = bytesOf(safetensorsBytes(JSON.stringify(header)), new Uint8Array(2e6))
    expect(await sentenceOf(bytes)).toContain('share the same bytes')
  })

  it('a list that a pickle holds 100,000 times', async () => {
    const list = `](${'K\x01'.repeat(1e5)}e`
    const pickle = bytesOf(`\x80\x02]q\0(${list}q\x01${'h\x01'.repeat(1e5)}e.`)
    const { tensors } = await readTensor(sourceOfBytes(torchBytes(pickle), 'a'))
    expect(tensors.map(({ tensor }) => tensor.values.length)).toEqual([1e5])
  })

  it('an array of NumPy in a pickle whose bytes 3,000 arrays share', async () => {
    const state = `(K\x01(J${text(u32(1000))}J${text(u32(1000))}tcnumpy\ndtype\n(X\x02\0\0\0f4tR(K\x03X\x01\0\0\0<tb\x89`
    const data = `c_codecs\nencode\n(X${text(u32(4e6))}${'\0'.repeat(4e6)}tR`
    const array = 'cnumpy.core.multiarray\n_reconstruct\n)Rh\x01b'
    const pickle = bytesOf(`\x80\x02](${state}${data}tq\x01${array.repeat(3000)}e.`)
    expect(await sentenceOf(torchBytes(pickle))).toMatch(/^too-large: /)
  })

  it('3,000 views of one storage', async () => {
    const view = [
      'ctorch._utils\n_rebuild_tensor_v2\n((X\x07\0\0\0storagectorch\nFloatStorage\n',
      'X\x01\0\0\x000X\x03\0\0\0cpuK\x01tQK\x00M\xe8\x03M\xe8\x03\x86M\xe8\x03K\x01\x86\x89)tR',
    ].join('')
    const pickle = bytesOf(`\x80\x02](${view.repeat(3000)}e.`)
    const files = [
      { name: 'a/data.pkl', data: pickle },
      { name: 'a/data/0', data: new Uint8Array(4e6) },
    ]
    expect(await sentenceOf(archiveBytes(files))).toMatch(/^too-large: /)
  })
})

function torchBytes(pickle: Chunk): Chunk {
  const data = new Uint8Array(deflateRawSync(pickle))
  return archiveBytes([{ name: 'a/data.pkl', data, method: 8, size: pickle.length }])
}

function text(bytes: readonly number[]): string {
  return String.fromCharCode(...bytes)
}
