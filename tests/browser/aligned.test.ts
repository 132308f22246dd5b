import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { chooseAxes, inAxesMenu } from './harness/axesMenu'
import { boxOf, cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { exportFile } from './harness/exportFile'
import { test } from './harness/pageTest'
import { showFile } from './harness/showFile'
import { showTensor } from './harness/showTensor'

const FIRST = ['F', 'ruits', ':', ' apple', ',', ' plum', '.', 'List', ':']
const SECOND = ['F', 'ruits', ':', ' apple', ',', ' pear', ' tree', '.', 'List', ':']

const prompts = {
  title: 'Two prompts',
  queries: ['Prompt A', 'Prompt B'],
  tokens: [FIRST, SECOND],
  values: [FIRST, SECOND].map(({ length }, query) =>
    Array.from({ length: 4 }, (_, layer) =>
      Array.from({ length }, (__, token) => (query + 1) * (layer + 1) * (token - 3) * 0.01),
    ),
  ),
}

function figureText(page: Page): Promise<string> {
  return page.getByTestId('figure').evaluate((figure) => figure.textContent)
}

describe('aligned columns', () => {
  test('stand in one place for all queries, and name what a query does not have', async ({
    openPage,
  }) => {
    const page = await openPage()
    await showTensor(page, { ...prompts, view: { scope: 'all' } })
    await chooseAxes(page, 'Aligned')
    await expect
      .poll(() => figureText(page))
      .toContain('Aligned by text: 8 shared, 1 only in Prompt A, 2 only in Prompt B.')
    expect(await figureText(page)).toContain('not in this query: 2 of 11 columns')
    const before = await boxOf(cellOf(page, 1, 7))
    // The two columns to the right of the last one before the gap.
    const { x, y, width, height } = await boxOf(cellOf(page, 2, 5))
    await page.mouse.move(x + 1.5 * width, y + height / 2)
    await expectReadout(page, 'layer 2 · not in this query')
    await page.mouse.move(x + width / 2, y + height / 2)
    await expectReadout(page, 'layer 2 · token 5 "␣plum" (4 back) · 0.06')
    await page.getByRole('button', { name: 'Next' }).click()
    await expect.poll(() => figureText(page)).toContain('not in this query: 1 of 11 columns')
    // List is token 7 of the first query, and token 8 of the second.
    expect(await boxOf(cellOf(page, 1, 8))).toEqual(before)
  })

  test('are walked through by keys, and no control acts on a column without a token', async ({
    openPage,
  }) => {
    const page = await openPage()
    await showTensor(page, { ...prompts, view: { axis: 'aligned', cell: [2, 5] } })
    await page.getByTestId('figure').focus()
    await page.keyboard.press('ArrowRight')
    await expectReadout(page, 'layer 2 · not in this query')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expectReadout(page, 'layer 2 · token 6 "." (3 back) · 0.09')
    expect(await inAxesMenu(page, () => page.getByRole('group', { name: 'Width' }).count())).toBe(0)
  })

  test('keep a pinned cell and a read cell on their tokens in every query', async ({
    openPage,
  }) => {
    const page = await openPage()
    const view = { axis: 'aligned', cell: [2, 7], domain: 'unit' }
    await showTensor(page, { ...prompts, view })
    await page.getByTestId('figure').focus()
    await expectReadout(page, 'layer 2 · token 7 "List" (2 back) · 0.12')
    await page.getByRole('button', { name: 'Next' }).click()
    // List is token 8 of the second query.
    await expectReadout(page, 'layer 2 · token 8 "List" (2 back) · 0.3')
    await page.getByTestId('figure').focus()
    await page.keyboard.press('ArrowRight')
    await expectReadout(page, 'layer 2 · token 9 ":" (1 back) · 0.36')
    await page.getByRole('combobox', { name: 'Meta token' }).selectOption('0')
    await expectReadout(page, 'layer 2 · token 8 ":" (1 back) · 0.15')
    await page.getByTestId('figure').focus()
    await page.keyboard.press('Escape')
    // A token that the other query does not have is pinned in no other.
    await cellOf(page, 1, 5).click()
    const marks = page.locator('.overlay').getByTestId('mark')
    await expect.poll(() => marks.count()).toBe(1)
    await page.getByRole('button', { name: 'Next' }).click()
    await expectReadout(page, '')
    await expect.poll(() => marks.count()).toBe(0)
  })

  test('are left out of tables, and come back with a figure', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...prompts, view: { axis: 'aligned' } })
    const csv = String((await exportFile(page, 'CSV')).bytes)
    expect(csv.trim().split('\r\n')).toHaveLength(1 + 4 * (FIRST.length + SECOND.length))
    const svg = String((await exportFile(page, 'SVG')).bytes)
    expect(svg).toContain('id="simlens-unaligned"')
    await showTensor(page, { title: 'Another', values: [[[1, 2]]] }, 'another.json')
    await showFile(page, { name: 'again.svg', text: svg }, 'Two prompts')
    await expect.poll(() => figureText(page)).toContain('not in this query: 2 of 11 columns')
  })

  test('are found for long texts too, and zoom and hover as others do', async ({ openPage }) => {
    const page = await openPage()
    const whole = Array.from({ length: 6000 }, (_, token) => ` w${(token * 37) % 1009}`)
    const tokens = [whole, whole.toSpliced(2000, 1000)]
    const values = tokens.map(({ length }) => [
      Array.from({ length }, (_, token) => token / length),
    ])
    const view = { axis: 'aligned', query: 1, x: [1990, 2009] }
    await showTensor(page, { title: 'Long prompts', queries: ['A', 'B'], tokens, values, view })
    await expect
      .poll(() => figureText(page))
      .toContain('Aligned by text: 5,000 shared, 1,000 only in A, 0 only in B.')
    await cellOf(page, 0, 1999).hover()
    await expectReadout(page, 'layer 0 · token 1999 "␣w306" (3001 back) · 0.3998')
    const { x, y, width, height } = await boxOf(cellOf(page, 0, 1999))
    await page.mouse.move(x + 1.5 * width, y + height / 2)
    await expectReadout(page, 'layer 0 · not in this query')
  })

  test('stand below each other in panels, and are read in all of them', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...prompts, view: { axis: 'aligned', panels: 'queries' } })
    const first = page.locator('[data-testid="cells"][data-query="0"]')
    const readout = page.getByTestId('readout')
    await first.locator('rect[data-layer="2"][data-token="7"]').hover()
    await expect.poll(() => readout.textContent()).toMatch(/"List" \(2 back\) · 0\.12.*B.*0\.3/u)
    await first.locator('rect[data-layer="2"][data-token="5"]').hover()
    await expect
      .poll(() => readout.textContent())
      .toMatch(/"␣plum" \(4 back\) · 0\.06.*B.*not in this query/u)
    expect(await figureText(page)).toContain('not in its query: 3 of 22 columns')
  })

  test('are not offered for a single query', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'One', queries: ['A'], values: [[[1, 2]]] })
    await inAxesMenu(page, async () => {
      expect(await page.getByText('Position', { exact: true }).count()).toBe(1)
      expect(await page.getByText('Aligned', { exact: true }).count()).toBe(0)
    })
  })
})
