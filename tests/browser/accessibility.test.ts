import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { decodePng } from './harness/decodePng'
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
  ['with every setting shown', showSettings],
  ['with the table', (page) => page.getByRole('button', { name: 'Table', exact: true }).click()],
  ['with the menu of the axes', (page) => page.getByRole('button', { name: /^Axes: / }).click()],
  ['with the range beside the color bar', editColors],
  ['with all of the help', showHelp],
  ['with queries to combine', (page) => openComparison(page, 'Combine…')],
  ['with queries to subtract', (page) => openComparison(page, 'Difference…')],
]

async function showSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.locator('.settings details').evaluateAll(unfold)
}

async function editColors(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /color bar/i })
    .first()
    .click()
}

async function showHelp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keys and help' }).click()
  await page.locator('.help details').evaluateAll(unfold)
}

/** Runs in the page. */
function unfold(sections: readonly Element[]): void {
  for (const section of sections) section.toggleAttribute('open', true)
}

async function openComparison(page: Page, name: string): Promise<void> {
  const files = ['five-lists', 'list-recall'].map((file) => fixturePath(`canonical/${file}.json`))
  await openTensor(page, ...files)
  await page.getByRole('tab', { name: 'list-recall' }).waitFor()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor()
}

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

describe('axe finds nothing on the light page, the dark one, in the system’s colors, and at 320 px', () => {
  test.for(states)('%s', async ([, reach], { openPage }) => {
    const page = await openPage({ context: still })
    await figureName(page)
    await reach(page)
    await expectNoViolations(page)
    // As wide as a page of 1280 pixels that is shown four times as large.
    await page.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await findAxeViolations(page)).toEqual([])
  })
})

/** As the page stands, light, and then as the same page dark, and in colors that the system chooses. */
async function expectNoViolations(page: Page): Promise<void> {
  expect(await findAxeViolations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  const background = page.getByTestId('figure').locator('rect').first()
  await expect.poll(() => background.getAttribute('fill')).toBe('#11151b')
  expect(await findAxeViolations(page)).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await findAxeViolations(page)).toEqual([])
}

test('in colors that the system chooses, the ends of the range can be seen', async ({
  openPage,
}) => {
  const page = await openPage({ context: { ...still, forcedColors: 'active' } })
  await figureName(page)
  await showSettings(page)
  for (const name of ['Low end', 'High end']) {
    const handle = page.getByRole('slider', { name })
    /* oxlint-disable no-await-in-loop -- one page, whose handles are looked at one after the other */
    await handle.scrollIntoViewIfNeeded()
    const { width, color } = decodePng(await handle.screenshot())
    /* oxlint-enable no-await-in-loop */
    expect(color(width / 2, 2)).not.toBe(color(1, 2))
  }
})
