import { expect, it } from 'vitest'
import { asLoaded } from '../../../src/analysis/displayedOf'
import { finish } from '../../../src/analysis/Sliced'
import { type Query, type Tensor } from '../../../src/tensor/Tensor'
import { createJobClient, loadBlob } from '../../../src/worker/JobClient'
import { packed, unpacked } from '../../../src/worker/packedLists'
import { tensorOf } from '../tensor/anyTensor'
import { answer, FakeWorker } from './FakeWorker'

const LABELS = ['Meta Token #1', '', '🙂', '\ud83d', 'a\u0000b']
const ROWS = [[0.5, -1, 2], [NaN, NaN], [Infinity, -0, 1], [], [1, 1e9, 1.1, 0.9, 1, 1, 1, 1, 1, 1]]

/** A tensor of queries whose labels and statistics are of every kind. */
function tensorOfMany(queryCount: number): Tensor {
  const spec = Array.from({ length: queryCount }, (_, q) => {
    return { rows: [ROWS[q % ROWS.length] ?? []], uncoveredCount: 0, gap: q % 3 }
  })
  const align = 'start' as const
  const tensor = tensorOf({ queries: spec, align, firstIndex: 0, tokenKind: 'none' })
  const queries = tensor.queries.map(({ position }, q): Query => {
    const label = LABELS[q % LABELS.length] ?? ''
    return { label, position, ...(q % 7 === 0 && { hiddenSize: 768, source: 'a' }) }
  })
  return { ...tensor, queries }
}

it.each([1, 1000, 2003])('a tensor of %i queries is the same after its way', (queryCount) => {
  const before = asLoaded(tensorOfMany(queryCount))
  const counted = { ...before.tensor, special: ['a'] }
  const after = finish(unpacked(structuredClone(finish(packed({ ...before, counted })))))
  expect(after.tensor).toEqual(before.tensor)
  expect(after.counted).toEqual(counted)
  expect(after.statistics).toEqual(before.statistics)
})

it('a tensor of very many queries goes between threads as few objects', async () => {
  const values = JSON.stringify(Array.from({ length: 5000 }, (_, q) => [[q, q + 0.5]]))
  let most = 0
  const client = createJobClient(() => {
    const worker = new FakeWorker((sender, request) => {
      most = Math.max(most, objectCountOf(request))
      answer(sender, request)
    })
    worker.addEventListener('message', (event) => {
      if (event instanceof MessageEvent) most = Math.max(most, objectCountOf(event.data))
    })
    return worker
  })
  const { tensors } = await loadBlob(client, new Blob([values]), 'many.json')
  const [raw] = tensors
  if (raw === undefined) throw new Error('no tensor')
  expect(raw.tensor.queries[4999]?.label).toBe('Meta Token #5000')
  expect(raw.statistics[4999]).toMatchObject({ min: 4999, max: 4999.5, median: 4999.25 })
  const settings = { transform: 'layer-mean', special: 'mark' } as const
  const displayed = await client.run('display', { raw: finish(packed(raw)), settings })
  expect(displayed.statistics[4999]).toMatchObject({ min: -0.25, max: 0.25 })
  expect(displayed.tensor.queries).toEqual(raw.tensor.queries)
  expect(most).toBeLessThan(1000)
})

/** Returns the number of objects and texts in a message; an array of numbers is one. */
function objectCountOf(value: unknown): number {
  if (ArrayBuffer.isView(value) || typeof value === 'string') return 1
  if (typeof value !== 'object' || value === null) return 0
  const parts: readonly unknown[] = value instanceof Map ? [...value] : Object.values(value)
  return parts.reduce<number>((sum, part) => sum + objectCountOf(part), 1)
}
