import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { figureName } from './harness/figureName'
import { findAxeViolations } from './harness/findAxeViolations'
import { fixturePath } from './harness/fixturePath'
import { npyFile } from './harness/npyFile'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'

/** What the page may look like, and how it gets there. */
const states: readonly (readonly [name: string, reach: (page: Page) => Promise<unknown>])[] = [
  ['at the start', figureName],
  ['with several queries', (page) => openTensor(page, fixturePath('canonical/five-lists.json'))],
  ['with a cell pinned', (page) => cellOf(page, 3, 3).click()],
  ['with the samples open', (page) => page.getByRole('button', { name: 'Samples' }).click()],
  ['with the export options open', openExport],
  ['with the command bar open', (page) => page.keyboard.press('Control+k')],
  ['with the help open', (page) => page.getByTestId('figure').press('?')],
  ['with a problem shown', showProblem],
  ['with axes to arrange', openAxes],
  ['zoomed, with an overview and a search', zoomWide],
]

/** Of four dimensions without names: one of them has a slider. */
async function openAxes(page: Page): Promise<void> {
  const cells = Float64Array.from({ length: 24 }, (_, k) => k)
  await openTensor(page, npyFile('a.npy', [2, 2, 3, 2], cells))
  await page.getByLabel('Index of Axis 1').waitFor()
}

async function openExport(page: Page): Promise<void> {
  await cellOf(page, 3, 3).click()
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByLabel('Mark the pinned cell').waitFor()
}

async function zoomWide(page: Page): Promise<void> {
  const values = [0, 1].map((layer) => Array.from({ length: 3000 }, (_cell, k) => k * (layer + 1)))
  await showTensor(page, { title: 'wide', values })
  await page.getByTestId('figure').press('+')
  await page.getByRole('button', { name: 'Fit', exact: true }).waitFor()
  await page.getByTestId('overview').locator('image').waitFor()
  await page.getByRole('searchbox', { name: 'Go to token' }).fill('1234')
  await page.getByText('1 of 1').waitFor()
}

async function showProblem(page: Page): Promise<void> {
  await openTensor(page, fixturePath('problems/text-in-row.json'))
  await page.getByText('was not opened').waitFor()
}

/** No color is on its way to another while axe looks at it. */
const still = { reducedMotion: 'reduce' } as const

describe('axe finds nothing on the light page, nor on the dark one', () => {
  test.for(states)('%s', async ([, reach], { openPage }) => {
    const page = await openPage({ context: still })
    await figureName(page)
    await reach(page)
    await expectNoViolations(page)
  })

  test('on a phone', async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 360, height: 740 }, context: still })
    await figureName(page)
    await expectNoViolations(page)
  })
})

/** As the page stands, light, and then as the same page dark. */
async function expectNoViolations(page: Page): Promise<void> {
  expect(await findAxeViolations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  const background = page.getByTestId('figure').locator('rect').first()
  await expect.poll(() => background.getAttribute('fill')).toBe('#11151b')
  expect(await findAxeViolations(page)).toEqual([])
}
