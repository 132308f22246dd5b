import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { isAxesChoice } from './harness/axesMenu'
import { boxOf, cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { keepFile } from './harness/keepFile'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'

const values = [
  [[0.1, 0.2, 0.3]],
  [
    [0.1, 0.2, 0.3],
    [0.4, 0.5, 0.6],
  ],
]

test('the view in a file is the view it opens with', async ({ openPage }) => {
  const page = await openPage()
  const view = { query: 1, axis: 'position', layers: 'down', domain: [-2, 2], cell: [1, 2] }
  await showTensor(page, { title: 'view', queries: ['one', 'two'], values, view })
  const texts = await page.getByTestId('figure').locator('text').allTextContents()
  expect(texts.join('\n')).toContain('Token past of two (position 0 … 2')
  expect(texts).toContain('+2')
  expect(texts).toContain('−2')
  expect((await boxOf(cellOf(page, 0, 0))).y).toBeLessThan((await boxOf(cellOf(page, 1, 0))).y)
  await page.getByTestId('mark').waitFor()
  await expectReadout(page, 'layer 1 · token 2 (1 back) · 0.6')
  expect(await isAxesChoice(page, '0 at top')).toBe(true)
  expect(await isAxesChoice(page, 'Position')).toBe(true)
})

test('what a view has that is unknown is a notice, and the rest of it holds', async ({
  openPage,
}) => {
  const page = await openPage()
  const view = { axis: 'position', zoom: 3, query: 'last' }
  await showTensor(page, { title: 'odd view', queries: ['one', 'two'], values, view })
  await page
    .getByText('The file’s view has zoom = 3, which this version does not support.')
    .waitFor()
  await page.getByText('The file’s view has query = "last"').waitFor()
  expect(await isAxesChoice(page, 'Position')).toBe(true)
  expect(await page.getByText('was not opened').count()).toBe(0)
})

test('a query or cell that the tensor does not have breaks nothing', async ({ openPage }) => {
  const page = await openPage()
  await showTensor(page, { title: 'far', values: [[0.5, 1]], view: { query: 7, cell: [9, 9] } })
  await cellOf(page, 0, 1).hover()
  await expectReadout(page, 'layer 0 · token 1 (1 back) · 1')
})

/** Opens a file that is too large to be sent to the browser as a text. */
function openLarge(page: Page, tensor: object): Promise<void> {
  return openTensor(
    page,
    keepFile({ name: 'large.json', bytes: Buffer.from(JSON.stringify(tensor)) }),
  )
}

test('lists of a million items in a view are a notice each', async ({ openPage }) => {
  const page = await openPage()
  const list = Array.from({ length: 1e6 }, (_, i) => i)
  const view = { panels: list, lock: list, axis: 'position' }
  await openLarge(page, { queries: ['one', 'two'], values, view })
  await page.getByText('The file’s view has panels = [0,1,2,').waitFor({ timeout: 50_000 })
  expect(await page.getByText('which this version does not support').count()).toBe(2)
  expect(await isAxesChoice(page, 'Position')).toBe(true)
})

test('texts of a megabyte are drawn, described and read by their beginnings', async ({
  openPage,
}) => {
  const page = await openPage()
  await openLarge(page, {
    title: 'ABC '.repeat(3e5),
    queries: [`q${'\u0301'.repeat(1e6)}`],
    tokens: [['\u200b', '\ud800', '\u202e\u05d0'].map((piece) => piece.repeat(5e5))],
    layers: ['l'.repeat(1e6)],
    values: [[[0.1, 0.2, 0.3]]],
    companions: { note: [[['n'.repeat(1e6), '\n'.repeat(1e6), '']]] },
  })
  await page.getByRole('tab', { name: 'large.json', selected: true }).waitFor({ timeout: 50_000 })
  await cellOf(page, 0, 1).hover()
  await expect.poll(() => page.getByTestId('readout').textContent()).toContain('· 0.2 ·')
  expect(await page.evaluate(longestText)).toBeLessThan(1e5)
})

/** Runs in the page: the length of the longest text or attribute. */
function longestText(): number {
  const lengths = Array.from(document.body.querySelectorAll('*'), (element) => {
    const texts = element.childElementCount === 0 ? [element.textContent] : []
    const attributes = Array.from(element.attributes, ({ value }) => value)
    return Math.max(0, ...[...texts, ...attributes].map((text) => text.length))
  })
  return Math.max(...lengths)
}
