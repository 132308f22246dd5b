import { expect, it } from 'vitest'
import { createJobClient, loadBlob, type JobClient } from '../../../src/worker/JobClient'
import { answer, FakeWorker } from './FakeWorker'

const file = new Blob(['[[0.5, null], [1, -1]]'])

/** A client whose first worker says that it lives, and then nothing; `end` ends it without a word. */
function clientOfLost(): { readonly client: JobClient; readonly end: () => void } {
  const workers: FakeWorker[] = []
  const released = new Map<string, () => void>()
  const client = createJobClient(
    () => {
      const worker = new FakeWorker(workers.length === 0 ? () => undefined : answer)
      workers.push(worker)
      return worker
    },
    (lock, call) => released.set(lock, call),
  )
  client.warmUp()
  workers[0]?.respond({ type: 'lifeline', lock: 'first' })
  return { client, end: () => released.get('first')?.() }
}

it('a worker that ended without a word is noticed, and the next job has another one', async () => {
  const { client, end } = clientOfLost()
  const lost = loadBlob(client, file, 'a.json')
  end()
  await expect(lost).rejects.toThrow('“a.json” could not be read: the browser ended the worker')
  expect((await loadBlob(client, file, 'a.json')).tensors).toHaveLength(1)
})

it('a worker that ended while it waited is not used', async () => {
  const { client, end } = clientOfLost()
  end()
  expect((await loadBlob(client, file, 'a.json')).tensors).toHaveLength(1)
})
