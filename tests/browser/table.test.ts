import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectReadout } from './harness/expectReadout'
import { findAxeViolations } from './harness/findAxeViolations'
import { figureName } from './harness/figureName'
import { test } from './harness/pageTest'
import { changedColumns, shownColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

const heads = {
  title: 'Heads',
  axes: { query: 'Destination', row: 'Head', column: 'Source token' },
  queries: [
    { label: 'first', position: 3 },
    { label: 'second', position: 2 },
  ],
  tokens: [
    ['The', ' level', ':'],
    ['The', ' level'],
  ],
  values: [
    [
      [0.5, 0.125, null],
      [0.25, -0.0625],
      [1, 0.75, 0.0125],
    ],
    [
      [0.1, 0.2],
      [0.3, 0.4],
    ],
  ],
}

async function openTable(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  return page.getByRole('grid')
}

/** The texts of the rows that are elements, headers included. */
async function rowsOf(table: Locator): Promise<string[]> {
  const rows = await table.getByRole('row').all()
  return Promise.all(
    rows.map(async (row) => {
      const cells = row.locator('[aria-colindex]')
      return (await cells.allTextContents()).map((text) => text.trim()).join(' | ')
    }),
  )
}

/** The text of the cell that has the focus, as a screen reader finds it. */
async function focusedCell(page: Page): Promise<string> {
  const id = await page.getByRole('grid').getAttribute('aria-activedescendant')
  return (await page.locator(`[id="${id ?? ''}"]`).textContent())?.trim() ?? ''
}

test('the table has the cells of the figure, with headers and words of the file', async ({
  openPage,
}) => {
  const page = await openPage()
  await showTensor(page, heads)
  const table = await openTable(page)
  await expect
    .poll(() => rowsOf(table))
    .toEqual([
      'Head \\ Source token | source token 2 : (1 back) | source token 1 ␣level (2 back) | source token 0 The (3 back)',
      'head 2 | 0.0125 | 0.75 | 1',
      'head 1 | padding | −0.0625 | 0.25',
      'head 0 | missing | 0.125 | 0.5',
    ])
  expect(await table.getAttribute('aria-rowcount')).toBe('4')
  expect(await table.getAttribute('aria-colcount')).toBe('4')
  expect(await findAxeViolations(page)).toEqual([])
  // It follows the query.
  await page.getByRole('button', { name: 'Next destination' }).click()
  await expect
    .poll(() => rowsOf(table))
    .toEqual([
      'Head \\ Source token | source token 1 ␣level (1 back) | source token 0 The (2 back)',
      'head 1 | 0.4 | 0.3',
      'head 0 | 0.2 | 0.1',
    ])
})

test('a press of a header sorts, and a press of a cell reads it in the figure', async ({
  openPage,
}) => {
  const page = await openPage()
  await showTensor(page, heads)
  const table = await openTable(page)
  const column = table.getByRole('columnheader', { name: /level/ })
  await column.click()
  await expect.poll(() => column.getAttribute('aria-sort')).toBe('descending')
  const heading = table.getByRole('rowheader')
  expect(await heading.allTextContents()).toEqual(['head 2', 'head 0', 'head 1'])
  await column.click()
  expect(await heading.allTextContents()).toEqual(['head 1', 'head 0', 'head 2'])
  await column.click()
  expect(await heading.allTextContents()).toEqual(['head 2', 'head 1', 'head 0'])
  await table.getByRole('rowheader', { name: 'head 2' }).click()
  expect((await rowsOf(table))[1]).toBe('head 2 | 1 | 0.75 | 0.0125')
  await table.getByRole('gridcell', { name: '−0.0625' }).click()
  await expectReadout(page, 'head 1 · source token 1 "␣level" (2 back) · −0.0625')
  await page.locator('.crosshair').waitFor()
})

test('keys reach every cell of the longest table, of which only what is in view is elements', async ({
  openPage,
}) => {
  const page = await openPage()
  const [layerCount, tokenCount] = [5, 131_072]
  const hot = { layer: 1, token: 77_777 }
  const values = Array.from({ length: layerCount }, (_row, layer) =>
    Array.from({ length: tokenCount }, (_cell, token) =>
      layer === hot.layer && token === hot.token ? 4.5 : ((layer + 7 * token) % 1000) / 1000,
    ),
  )
  await showTensor(page, { title: 'long', values })
  const table = await openTable(page)
  expect(await table.getAttribute('aria-colcount')).toBe(String(tokenCount + 1))
  await table.focus()
  await table.press('ArrowUp')
  await table.press('Control+ArrowDown')
  await table.press('End')
  // The farthest token of the lowest row.
  await table.press('ArrowLeft')
  await table.press('ArrowRight')
  await expect.poll(() => focusedCell(page)).toMatch(/^0/)
  expect(await table.getByRole('columnheader').last().getAttribute('aria-colindex')).toBe(
    String(tokenCount + 1),
  )
  expect(await table.locator('[aria-colindex]').count()).toBeLessThan(400)
  // The columns, sorted by the layer of the hot cell: it comes first.
  await table.press('Home')
  await table.press('ArrowLeft')
  await table.press('Control+ArrowUp')
  await table.press('ArrowDown')
  for (let row = layerCount - 1; row > hot.layer; row--) {
    // oxlint-disable-next-line no-await-in-loop -- one focus: it moves a row at a time
    await table.press('ArrowDown')
  }
  expect(await focusedCell(page)).toBe(`layer ${hot.layer}`)
  await table.press('Enter')
  await table.press('ArrowRight')
  await expect.poll(() => focusedCell(page)).toBe('4.5')
  await page.getByText('Zoom in to copy').waitFor()
})

test('the table follows the zoom and is copied as it is shown', async ({ openPage }) => {
  const page = await openPage({ context: { permissions: ['clipboard-read', 'clipboard-write'] } })
  await figureName(page)
  const table = await openTable(page)
  const whole = await shownColumns(page)
  await page.getByTestId('figure').press('+')
  await changedColumns(page, whole)
  await page.getByText(/^In view: 12 layers × 9 tokens/).waitFor()
  const columnCount = 10
  expect(await table.getAttribute('aria-colcount')).toBe(String(columnCount))
  await table.getByRole('rowheader', { name: 'layer 11' }).click()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByText('Copied ').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const rows = copied.split('\n').map((row) => row.split('\t'))
  expect(rows.map(({ length }) => length)).toEqual([
    ...Array.from({ length: 13 }, () => columnCount),
    1,
  ])
  expect(rows[0]?.[0]).toBe('layer \\ token')
  const values = (rows[1] ?? []).slice(1).map(Number)
  expect(values).toEqual(values.toSorted((a, b) => b - a))
})
