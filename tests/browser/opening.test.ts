import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dropFiles } from './harness/dropFiles'
import { findAxeViolations } from './harness/findAxeViolations'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

const samplePath = fileURLToPath(new URL('../../src/app/samples/list-recall.json', import.meta.url))

test.for(['served', 'file'] as const)(
  'a sample is on the page from the start, %s',
  async (from, { openPage }) => {
    const page = await openPage({ from })
    await page.getByTestId('figure').waitFor()
    expect(await page.getByTestId('cells').locator('rect').count()).toBeGreaterThan(0)
    expect(await findAxeViolations(page)).toEqual([])
  },
)

test.for(['served', 'file'] as const)(
  'a dropped file is the figure, %s',
  async (from, { openPage }) => {
    const page = await openPage({ from })
    const before = await figureName(page)
    await dropFiles(page, [samplePath])
    await expect.poll(() => figureName(page)).not.toBe(before)
  },
)

test('a chosen file is the figure, and the input keeps its name to itself', async ({
  openPage,
}) => {
  const page = await openPage()
  const before = await figureName(page)
  await openTensor(page, { name: 'one.json', text: '{"title":"one cell","values":[[[0.5]]]}' })
  await expect.poll(() => figureName(page)).not.toBe(before)
  expect(await page.getByLabel('Open tensor').count()).toBe(1)
})

async function figureName(page: Page): Promise<string | null> {
  return page.getByTestId('figure').getAttribute('aria-label')
}
