import { describe, expect, it } from 'vitest'
import { NumberStore } from '../../../../src/formats/json/NumberStore'
import { readTensor } from '../../../../src/formats/readTensor'
import { sourceOfBlob } from '../../../../src/formats/source/ByteSource'
import { type Progress } from '../../../../src/formats/source/ReadOptions'
import { problemOf } from '../problemOf'

const row = `[${'0.125,'.repeat(99_999)}0.125]`
const large = new Blob(['[', `${row},`.repeat(39), row, ']'])

describe('a tensor that does not fit', () => {
  it('is refused after a sixth of it, with what it has and what would fit', async () => {
    const reports: Progress[] = []
    const problem = await problemOf(() =>
      readTensor(sourceOfBlob(large, 'a.json'), {
        maxCellCount: 2_000_000,
        onProgress: (report) => reports.push(report),
      }),
    )
    expect(problem.tag).toBe('too-large')
    expect(problem.message).toContain('about 4 million cells, 32 MB')
    expect(problem.advice).toContain('up to 2 million cells fit')
    expect(reports.at(-1)?.bytesRead).toBeLessThan(large.size / 4)
  })

  it('is told from one that fits just so', async () => {
    const { tensors } = await readTensor(sourceOfBlob(large, 'a.json'), { maxCellCount: 4_500_000 })
    expect(tensors[0]?.tensor.values).toHaveLength(4_000_000)
  })

  it('is refused where an array of its size cannot be had', async () => {
    const store = new NumberStore()
    store.commit(1000, 5000)
    store.expect(1e18)
    const problem = await problemOf(() => store.grow())
    expect(problem.tag).toBe('too-large')
    expect(problem.advice).toMatch(/up to [\d,]+ million cells fit/)
  })
})
