import { expect } from 'vitest'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { keepFile } from './harness/keepFile'
import { noise } from './harness/noise'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

const CANCEL_COUNT = 25

/** A million cells as text. */
const bytes = Buffer.from(`[${`[${'0.5,'.repeat(199)}1],`.repeat(4999)}[1]]`)

test('cancels of loads, exports and orders at any moment leave nothing behind', async ({
  openPage,
}) => {
  const page = await openPage({ hash: 'data=sample:stress 12 × 4,096' })
  await figureName(page)
  const file = keepFile({ name: 'large.json', bytes })
  const works: readonly (() => Promise<unknown>)[] = [
    () => openTensor(page, file),
    () => page.evaluate(`location.hash = 'data=sample:stress 64 × 32,768&seed=' + Math.random()`),
    () => page.evaluate(`location.hash = 'data=sample:stress 12 × 4,096&order=similarity'`),
    () => page.evaluate(savePng),
  ]
  for (let k = 0; k < CANCEL_COUNT; k++) {
    const work = works[Math.floor(2 * (1 + noise(k, 0)))]
    // oxlint-disable-next-line no-await-in-loop -- a reader cancels one after the other
    await work?.()
    // oxlint-disable-next-line no-await-in-loop -- as above
    await page.evaluate(cancelAfter, 150 * (1 + noise(k, 1)))
  }
  await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)
  expect(await page.getByText('was not opened').count()).toBe(0)
  expect(await page.getByText('SimLens failed').count()).toBe(0)
  await openTensor(page, fixturePath('opens/one-cell.json'))
  await expect.poll(() => figureName(page)).toBe('one-cell')
})

/** Runs in the page. */
function savePng(): void {
  const buttons = Array.from(document.querySelectorAll('button'))
  for (const name of ['Export', 'PNG']) {
    buttons.find(({ textContent }) => textContent === name)?.click()
  }
}

/** Runs in the page: after a time in milliseconds, presses every button that cancels. */
function cancelAfter(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      for (const button of document.querySelectorAll('button')) {
        if (button.textContent === 'Cancel') button.click()
      }
      resolve()
    }, ms)
  })
}
