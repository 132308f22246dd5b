import { cellValues } from '../../../../src/tensor/CellValues'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBlob, sourceOfBytes } from '../../../../src/formats/source/ByteSource'
import { gunzipped, isGzip } from '../../../../src/formats/source/gunzipped'
import { type Progress } from '../../../../src/formats/source/ReadOptions'
import { problemOf } from '../problemOf'

function packed(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(text))
}

describe('a packed file', () => {
  it('is known by its first bytes', () => {
    expect(isGzip(new Uint8Array(0))).toBe(false)
    expect(isGzip(Uint8Array.of(0x1f))).toBe(false)
    expect(isGzip(packed(''))).toBe(true)
  })

  it('without anything in it is an empty file', async () => {
    const problem = await problemOf(() => readTensor(sourceOfBytes(packed(''), 'a.json.gz')))
    expect(problem.tag).toBe('empty')
  })

  it('is read like the file in it, whatever it is called', async () => {
    const names = ['a.json.gz', 'a.json', 'a.GZ']
    const read = await Promise.all(
      names.map((name) => readTensor(sourceOfBytes(packed('[[0.5, null]]'), name))),
    )
    expect(read.map(({ tensors }) => tensors[0]?.name)).toStrictEqual(['a', 'a', 'a'])
    expect(read.map(({ tensors }) => tensors[0]?.tensor.values)).toStrictEqual(
      names.map(() => cellValues(Float64Array.of(0.5, NaN))),
    )
  })

  it('tells how many of its own bytes have been read', async () => {
    const row = `[${Array.from({ length: 1000 }, (_, i) => Math.sin(i)).join(',')}]`
    const bytes = packed(`[${`${row},`.repeat(99)}${row}]`)
    const reports: Progress[] = []
    await readTensor(sourceOfBlob(new Blob([bytes]), 'a.json.gz'), {
      onProgress: (report) => reports.push(report),
    })
    expect(reports.every(({ byteCount }) => byteCount === bytes.length)).toBe(true)
    expect(reports.at(-1)).toStrictEqual({
      bytesRead: bytes.length,
      byteCount: bytes.length,
      cellCount: 100_000,
    })
  })

  it('has the places of its errors counted in what is in it', async () => {
    const source = sourceOfBytes(packed('[[1],\n[x]]'), 'a.json.gz')
    const problem = await problemOf(() => readTensor(source))
    expect(problem.place).toMatchObject({ byte: 7, line: 2, column: 2 })
  })

  it('can be left before its end', async () => {
    const lines = packed('[[1]]\n'.repeat(500_000))
    for await (const chunk of gunzipped(sourceOfBytes(lines, 'a')).stream()) {
      expect(chunk.length).toBeLessThan(500_000 * 6)
      break
    }
  })

  it.each([
    ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(0, -9)],
    ['of a header only', (bytes: Uint8Array<ArrayBuffer>) => bytes.subarray(0, 5)],
    ['with a wrong byte', (bytes: Uint8Array<ArrayBuffer>) => bytes.with(12, 0xff)],
  ])('%s is called damaged', async (_, damage) => {
    const bytes = damage(packed(`[[${'0.5, '.repeat(5000)}1]]`))
    const problem = await problemOf(() => readTensor(sourceOfBytes(bytes, 'a.json.gz')))
    expect(problem.tag).toBe('read')
    expect(problem.message).toContain('“a.json.gz” could not be unpacked')
  })

  it('with a packed file in it is refused', async () => {
    const twice = new Uint8Array(gzipSync(packed('[[1]]')))
    const problem = await problemOf(() => readTensor(sourceOfBytes(twice, 'a.json.gz.gz')))
    expect(problem).toMatchObject({ tag: 'unsupported' })
    expect(problem.message).toContain('a gzip archive in a gzip archive')
  })
})
