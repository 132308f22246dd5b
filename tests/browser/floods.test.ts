import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { command } from './harness/commandBar'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { keepFile } from './harness/keepFile'
import { npyFile } from './harness/npyFile'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showFile } from './harness/showFile'

const FLOOD = 10_000

async function expectOpens(page: Page): Promise<void> {
  await openTensor(page, fixturePath('opens/one-cell.json'))
  await expect.poll(() => figureName(page)).toBe('one-cell')
}

/** Bytes of the page's objects and arrays after a garbage collection. */
async function heldBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const usage: object = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return Object.entries(usage)
    .filter(([name]) => name === 'usedSize' || name === 'backingStorageSize')
    .reduce((sum, [, size]) => sum + Number(size), 0)
}

describe('ten thousand', () => {
  test.for([
    ['messages that are refused', '{ simlens: 3 }'],
    ['tensors of as many pages', '{ simlens: { tensor: [[0, 1]] } }'],
  ] as const)(
    '%s make a few sentences, and the next file opens',
    async ([, data], { openPage }) => {
      const page = await openPage({ isFresh: true })
      const title = await figureName(page)
      const before = await heldBytes(page)
      await page.evaluate(`for (let i = 0; i < ${FLOOD}; i++) {
      const origin = 'https://page' + i + '.example'
      dispatchEvent(new MessageEvent('message', { origin, data: ${data} }))
    }`)
      await page.getByText('https://page0.example').waitFor()
      expect(await page.getByText('.example').count()).toBeLessThan(10)
      expect(await figureName(page)).toBe(title)
      await expect.poll(async () => (await heldBytes(page)) - before).toBeLessThan(1e7)
      await expectOpens(page)
    },
  )

  test.for([
    ['views', `'query=0&unknown' + i + '=1'`],
    ['files', `'data=none' + i + ':x'`],
  ] as const)(
    'changes of the address, of other %s, lead to the last one',
    async ([, hash], { openPage }) => {
      const page = await openPage({ isFresh: true })
      const title = await figureName(page)
      await page.evaluate(`for (let i = 0; i < ${FLOOD}; i++) {
        document.documentElement.dataset.hash = ${hash}
        dispatchEvent(new HashChangeEvent('hashchange'))
      }`)
      await page
        .getByText(`${FLOOD - 1}`)
        .first()
        .waitFor()
      expect(await page.locator('.messages p').count()).toBeLessThan(10)
      expect(await figureName(page)).toBe(title)
      await expectOpens(page)
    },
  )

  test('keys, and storms of sizes and themes, leave the figure as it was', async ({ openPage }) => {
    const page = await openPage({ isFresh: true })
    const title = await figureName(page)
    await page.evaluate(`for (let i = 0; i < ${FLOOD}; i++) {
      const key = ['ArrowRight', 'ArrowUp', '+', '-', '0', 'Escape'][i % 6]
      document.querySelector('[data-testid=figure]').dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true }),
      )
    }`)
    for (let i = 0; i < 60; i++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is a storm
      await page.setViewportSize({ width: 400 + ((i * 137) % 900), height: 400 + ((i * 91) % 500) })
      // oxlint-disable-next-line no-await-in-loop -- as above
      await page.emulateMedia({ colorScheme: i % 2 === 0 ? 'dark' : 'light' })
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await figureName(page)).toBe(title)
    await expectOpens(page)
  })
})

test('a hundred tensors open, and close again', async ({ openPage }) => {
  const page = await openPage({ isFresh: true })
  await figureName(page)
  const before = await heldBytes(page)
  const files = Array.from({ length: 100 }, (_, i) => ({ name: `t${i}.json`, text: `[[${i}]]` }))
  await openTensor(page, ...files)
  await page.getByRole('tab', { name: 't99.json', selected: true }).waitFor()
  await page.evaluate(closeAll)
  await expect.poll(() => page.getByRole('tab').count()).toBe(1)
  await expectOpens(page)
  await expect.poll(async () => (await heldBytes(page)) - before).toBeLessThan(1e7)
})

/** Runs in the page: closes every tensor but the last, each in a task of its own. */
function closeAll(): void {
  const button = document.querySelector<HTMLButtonElement>('.close-button')
  button?.click()
  if (button !== null) setTimeout(closeAll)
}

test('opening and closing large files ends where it began', async ({ openPage }) => {
  const page = await openPage({ isFresh: true })
  await figureName(page)
  const before = await heldBytes(page)
  const [rows, columns] = [100, 25_000]
  for (let i = 0; i < 6; i++) {
    const values = new Float64Array(rows * columns).fill(i)
    const { name, text } = npyFile(`large${i}.npy`, [rows, columns], values)
    // oxlint-disable-next-line no-await-in-loop -- one after the other on purpose
    await showFile(page, keepFile({ name, bytes: Buffer.from(text) }), name)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await page.getByRole('button', { name: 'Close' }).first().click()
  }
  await expectOpens(page)
  await page.getByRole('button', { name: 'Close large5.npy' }).click()
  await expect.poll(async () => (await heldBytes(page)) - before).toBeLessThan(1e7)
})

test('a tensor that is closed by a command is freed, and the figure keeps the focus', async ({
  openPage,
}) => {
  const page = await openPage({ isFresh: true })
  const title = await figureName(page)
  const before = await heldBytes(page)
  const { name, text } = npyFile('large.npy', [100, 25_000], new Float64Array(2_500_000).fill(1))
  await showFile(page, keepFile({ name, bytes: Buffer.from(text) }), name)
  await page.getByTestId('figure').focus()
  await command(page, 'close this tensor')
  await expect.poll(() => figureName(page)).toBe(title)
  await expect.poll(async () => (await heldBytes(page)) - before).toBeLessThan(1e7)
  expect(await page.evaluate('document.activeElement.dataset.testid')).toBe('figure')
})
