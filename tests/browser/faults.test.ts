import { rmSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { chooseAxes, isAxesChoice } from './harness/axesMenu'
import { dropFiles } from './harness/dropFiles'
import { expectOpens } from './harness/expectOpens'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { holdBytes, letBytesCome } from './harness/holdBytes'
import { keepFile } from './harness/keepFile'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

/** Fifty thousand rows of text, which take a while. */
const large = Buffer.from(`[${`[${'0.5,'.repeat(199)}1],`.repeat(49_999)}[1]]`)

function cancel(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Cancel' }).click()
}

test('a file dropped before the first figure is shown stays shown', async ({ openPage }) => {
  const page = await openPage()
  await openTensor(page, fixturePath('opens/one-cell.json'))
  await page.getByRole('tab').nth(1).waitFor()
  expect(await page.getByRole('tab').allTextContents()).toEqual(['meta-token-2', 'one-cell.json'])
  await expect.poll(() => figureName(page)).toBe('one-cell')
})

describe('a file that changes', () => {
  test.for([
    ['is written anew', (path: string) => writeFileSync(path, '[[1]]')],
    ['is deleted', (path: string) => rmSync(path)],
  ] as const)('and %s before it is read is told', async ([, change], { openPage }) => {
    const page = await openPage()
    const title = await figureName(page)
    const [first, second] = ['first.json', 'second.json'].map((name) =>
      keepFile({ name, bytes: large }),
    )
    if (first === undefined || second === undefined) throw new Error('no files')
    await holdBytes(page)
    await openTensor(page, first, second)
    change(second)
    await letBytesCome(page)
    const alert = page.getByRole('alert')
    await alert.getByText('second.json was not opened.').waitFor()
    await expect.poll(() => figureName(page)).not.toBe(title)
    await expectOpens(page)
  })
})

describe('a drop while another file is read', () => {
  test('waits, which the page says, and opens when that one is cancelled', async ({ openPage }) => {
    const page = await openPage()
    const title = await figureName(page)
    await holdBytes(page)
    await dropFiles(page, [keepFile({ name: 'first.json', bytes: large })])
    await dropFiles(page, [fixturePath('opens/one-cell.json')])
    await page.getByText('first.json, then one-cell.json ·').waitFor()
    expect(await figureName(page)).toBe(title)
    await cancel(page)
    await letBytesCome(page)
    await expect.poll(() => figureName(page)).toBe('one-cell')
    expect(await page.getByRole('tab', { name: 'first.json' }).count()).toBe(0)
  })
})

describe('a storage', () => {
  test.for([
    [
      'is full',
      'Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError") }',
    ],
    [
      'is denied',
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError") } })',
    ],
  ] as const)(
    'that %s takes nothing but the memory of settings',
    async ([, script], { openPage }) => {
      const page = await openPage({ isFresh: true })
      await page.addInitScript(script)
      await page.reload()
      await chooseAxes(page, '0 at top')
      expect(await isAxesChoice(page, '0 at top')).toBe(true)
      await expectOpens(page)
    },
  )
})

test('a drop of 500 files that are none is told in a few sentences', async ({ openPage }) => {
  const page = await openPage()
  const title = await figureName(page)
  const files = Array.from({ length: 500 }, (_, i) => ({ name: `bad-${i}.json`, text: '[[' }))
  await openTensor(page, ...files)
  await page.getByText('… and 492 more').waitFor()
  expect(await page.getByText('was not opened').count()).toBeLessThan(10)
  expect(await figureName(page)).toBe(title)
  await expectOpens(page)
})

test('a page that is closed or reloaded while it reads and exports opens again', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  const file = keepFile({ name: 'large.json', bytes: large })
  const loaded = page.waitForEvent('load')
  await page.evaluate(reloadUnderway)
  await openTensor(page, file)
  await loaded
  await figureName(page)
  await openTensor(page, file)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('button', { name: 'PNG', exact: true }).click()
  await page.close()
})

/** Runs in the page, since a busy driver may come too late: reloads it once a part of a file is read. */
function reloadUnderway(): void {
  new MutationObserver(() => {
    const progress = document.querySelector('progress')
    if (progress !== null && progress.value > 0) location.reload()
  }).observe(document.body, { subtree: true, childList: true, attributes: true })
}
