import { describe, expect, it } from 'vitest'
import { readTensor } from '../../../src/formats/readTensor'
import { sourceOfBlob, sourceOfBytes } from '../../../src/formats/source/ByteSource'
import { type Progress } from '../../../src/formats/source/ReadOptions'

const row = `[${'0.125,'.repeat(1000)}1]`
const large = new Blob(['[', `${row},`.repeat(399), row, ']'])

describe('reading', () => {
  it('reports rising counts, at last all bytes', async () => {
    const reports: Progress[] = []
    await readTensor(sourceOfBlob(large, 'a.json'), {
      onProgress: (report) => reports.push(report),
    })
    expect(reports.length).toBeGreaterThan(2)
    expect(reports.at(-1)).toStrictEqual({
      bytesRead: large.size,
      byteCount: large.size,
      cellCount: 400 * 1001,
    })
    const counts = reports.map(({ bytesRead }) => bytesRead)
    expect(counts.toSorted((a, b) => a - b)).toStrictEqual(counts)
  })

  it('ends with the reason of an abort between two chunks', async () => {
    const controller = new AbortController()
    const reports: Progress[] = []
    const reading = readTensor(sourceOfBlob(large, 'a.json'), {
      signal: controller.signal,
      onProgress(report) {
        reports.push(report)
        controller.abort(new Error('stopped'))
      },
    })
    await expect(reading).rejects.toThrow('stopped')
    expect(reports).toHaveLength(1)
  })

  it('does not open a source when it is aborted before', async () => {
    const source = sourceOfBytes(new Uint8Array(0), 'a.json')
    const signal = AbortSignal.abort(new Error('before'))
    await expect(readTensor(source, { signal })).rejects.toThrow('before')
  })

  it('keeps little more memory than the values take', async () => {
    const { tensors } = await readTensor(sourceOfBlob(large, 'a.json'))
    const values = tensors[0]?.tensor.values
    expect(values).toHaveLength(400 * 1001)
    expect(values?.blocks[0]?.buffer.byteLength).toBeLessThan(400 * 1001 * 8 * 1.34)
  })
})
