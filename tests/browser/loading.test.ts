import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect } from 'vitest'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

const megabytes = 300
let folder = ''
let largeFile = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simlens-'))
  largeFile = join(folder, 'large.json')
  await pipeline(Readable.from(largeTensor()), createWriteStream(largeFile))
})

afterAll(() => rm(folder, { recursive: true }))

/** Rows of a megabyte each. */
function* largeTensor(): Generator<string> {
  const row = Array.from({ length: 1e5 }, (_cell, k) => (k / 1e5).toFixed(7)).join(',')
  yield '{"title": "large", "values": [['
  for (let layer = 0; layer < megabytes; layer++) yield `${layer === 0 ? '' : ',\n'}[${row}]`
  yield ']]}'
}

test('a large file shows how far it is, and can be cancelled', async ({ openPage }) => {
  const page = await openPage()
  const title = await figureName(page)
  await openTensor(page, largeFile)
  const progress = page.getByRole('progressbar')
  await progress.waitFor()
  expect(await progress.getAttribute('aria-label')).toContain('large.json')
  await expect.poll(() => progress.getAttribute('value'), { interval: 5 }).not.toBe('0')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await progress.waitFor({ state: 'detached' })
  expect(await figureName(page)).toBe(title)
  expect(await page.getByText('was not opened').count()).toBe(0)
  await openTensor(page, fixturePath('opens/one-cell.json'))
  await expect.poll(() => figureName(page)).toBe('one-cell')
})
