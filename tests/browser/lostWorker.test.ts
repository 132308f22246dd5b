import { expect } from 'vitest'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { keepFile } from './harness/keepFile'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

/** A message of the page's worker, as far as it matters here. */
interface WorkerMessage {
  readonly type: string
  readonly progress?: { readonly bytesRead: number }
}

test('a worker that the browser ends is noticed, and the next file opens', async ({ openPage }) => {
  const page = await openPage({ isFresh: true })
  await page.addInitScript(() => {
    const workers: Worker[] = []
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        workers.push(this)
        let isHeld = false
        // As the browser does in the middle of a large file: no event tells of it.
        this.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
          if (data.type === 'lifeline') isHeld = true
          if (isHeld && data.progress !== undefined && data.progress.bytesRead > 1e6) {
            this.terminate()
          }
        })
      }
    }
  })
  await page.reload()
  const title = await figureName(page)
  const bytes = Buffer.from(`[${`[${'0.5,'.repeat(999)}1],`.repeat(9999)}[1]]`)
  await openTensor(page, keepFile({ name: 'large.json', bytes }))
  const alert = page.getByRole('alert')
  await alert.getByText('the browser ended the worker, most likely for lack of memory').waitFor()
  expect(await figureName(page)).toBe(title)
  await openTensor(page, fixturePath('opens/one-cell.json'))
  await expect.poll(() => figureName(page)).toBe('one-cell')
})
