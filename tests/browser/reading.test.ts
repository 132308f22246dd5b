import { appendFile, copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { dropFiles } from './harness/dropFiles'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { holdBytes, letBytesCome } from './harness/holdBytes'
import { test } from './harness/pageTest'

const small = fixturePath('opens/one-cell.json')
const other = fixturePath('canonical/list-recall.json')
const otherTitle = 'List recall, two lists • Past Cosine-Sim'

/** Drops files of which the first goes on being read. */
async function dropHeld(page: Page, ...files: readonly string[]): Promise<void> {
  await figureName(page)
  await holdBytes(page)
  await dropFiles(page, files)
  await page.getByRole('progressbar', { name: 'Reading one-cell.json' }).waitFor()
}

describe.each(['served', 'file'] as const)('while the page reads a file, page %s', (from) => {
  test('Cancel ends it at once, and the next file opens', async ({ openPage }) => {
    const page = await openPage({ from })
    const before = await figureName(page)
    await dropHeld(page, small)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await figureName(page)).toBe(before)
    expect(await page.getByText('was not opened').count()).toBe(0)
    await letBytesCome(page)
    await dropFiles(page, [other])
    await expect.poll(() => figureName(page)).toBe(otherTitle)
  })

  test('a second drop waits for it, and both open', async ({ openPage }) => {
    const page = await openPage({ from })
    await dropHeld(page, small)
    await dropFiles(page, [other])
    await letBytesCome(page)
    await expect.poll(() => figureName(page)).toBe(otherTitle)
    await page.getByRole('tab', { name: 'one-cell.json', exact: true }).click()
    await expect.poll(() => figureName(page)).toBe('one-cell')
  })
})

test.for<[what: string, change: (path: string) => Promise<void>]>([
  ['removed', (path) => rm(path)],
  ['changed', (path) => appendFile(path, ' ')],
])(
  'a file that is %s after it was dropped is told, the others open',
  async ([, change], { openPage }) => {
    const folder = await mkdtemp(join(tmpdir(), 'simlens-'))
    const path = join(folder, 'late.json')
    await copyFile(other, path)
    const page = await openPage()
    await dropHeld(page, small, path)
    await change(path)
    await letBytesCome(page)
    const message = page.getByRole('alert').filter({ hasText: 'late.json was not opened.' })
    expect(await message.textContent()).toContain(
      'it was changed, moved or removed after it was chosen',
    )
    expect(await figureName(page)).toBe('one-cell')
    await rm(folder, { recursive: true })
  },
)
