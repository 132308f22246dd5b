import { expect } from 'vitest'
import { exportFile } from './harness/exportFile'
import { findAxeViolations } from './harness/findAxeViolations'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { figureName } from './harness/figureName'
import type { Page } from 'playwright-core'

const title = 'List recall, five lists • Past Cosine-Sim'

async function openPanels(page: Page): Promise<void> {
  await figureName(page)
  await openTensor(page, fixturePath('canonical/five-lists.json'))
  await expect.poll(() => figureName(page)).toBe(title)
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'All queries' }).click()
  await expect.poll(() => page.getByTestId('cells').count()).toBe(6)
}

/** The query of each group of cells. */
function queriesOf(page: Page): Promise<readonly (string | undefined)[]> {
  return page.getByTestId('cells').evaluateAll((groups) => {
    return groups.map((group) => (group instanceof SVGElement ? group.dataset['query'] : undefined))
  })
}

test('all queries are panels of one figure, each read and opened alone', async ({ openPage }) => {
  const page = await openPage()
  await openPanels(page)
  expect(await queriesOf(page)).toEqual(['0', '1', '2', '3', '4', '5'])
  expect(await findAxeViolations(page)).toEqual([])
  await page.getByTestId('cells').nth(5).locator('[data-layer="3"][data-token="40"]').hover()
  await expect
    .poll(() => page.getByTestId('readout').textContent())
    .toMatch(/^Meta Token #6 · layer 3 · token 40 .* #1 \S+ #2 \S+ #3 \S+ #4 \S+ #5 \S+$/)
  await expect.poll(() => page.locator('.crosshair').count()).toBe(6)
  await page.getByRole('button', { name: 'Show Meta Token #3 alone' }).click()
  await expect.poll(() => page.getByTestId('cells').count()).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByTestId('cells').count()).toBe(6)
})

test('some queries are chosen for panels, by the keyboard alone', async ({ openPage }) => {
  const page = await openPage()
  await openPanels(page)
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Choose queries…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Choose queries' })
  await expect.poll(() => dialog.getByRole('checkbox', { checked: true }).count()).toBe(6)
  await dialog.getByRole('checkbox', { name: 'Meta Token #2' }).press(' ')
  await dialog.getByRole('checkbox', { name: 'Meta Token #5' }).press(' ')
  expect(await findAxeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Show 4 queries' }).press('Enter')
  await expect.poll(() => queriesOf(page)).toEqual(['0', '2', '3', '5'])
  // An HTML file has the same panels.
  const { name, bytes } = await exportFile(page, 'HTML')
  const again = await openPage()
  await figureName(again)
  await openTensor(again, { name, text: bytes })
  await expect.poll(() => queriesOf(again)).toEqual(['0', '2', '3', '5'])
})

test('the readout of panels never cuts a value', async ({ openPage }) => {
  const page = await openPage({ context: { viewport: { width: 420, height: 800 } } })
  await openPanels(page)
  await page.getByTestId('figure').press('End')
  const value = page.locator('.readout-value')
  await expect.poll(() => value.textContent()).toMatch(/\d{8}$/)
  const room = await value.evaluate((element) => {
    const { right } = element.getBoundingClientRect()
    const isWhole = element.scrollWidth <= element.clientWidth
    return { isWhole, isInside: right <= document.documentElement.clientWidth }
  })
  expect(room).toEqual({ isWhole: true, isInside: true })
})

test('a wheel zooms all panels about the column under it', async ({ openPage }) => {
  const page = await openPage()
  await openPanels(page)
  const cell = page.getByTestId('cells').nth(5).locator('[data-layer="5"][data-token="30"]')
  const before = await cell.boundingBox()
  await cell.hover()
  await page.mouse.wheel(0, -240)
  await page.getByRole('button', { name: 'Fit' }).waitFor()
  await expect
    .poll(async () => (await cell.boundingBox())?.width)
    .toBeGreaterThan(before?.width ?? 0)
  const after = await cell.boundingBox()
  const middleOf = (box: typeof before): number => (box?.x ?? 0) + (box?.width ?? 0) / 2
  expect(Math.abs(middleOf(after) - middleOf(before))).toBeLessThan(after?.width ?? 0)
  // The same distance has one width in every panel.
  const other = page.getByTestId('cells').nth(4).locator('[data-layer="5"][data-token="20"]')
  expect((await other.boundingBox())?.width).toBeCloseTo(after?.width ?? NaN, -0.5)
})

test.for(['SVG', 'PNG', 'PDF'] as const)(
  'a %s has all panels, and opens as them',
  async (kind, { openPage }) => {
    const page = await openPage()
    await openPanels(page)
    const file = await exportFile(page, kind)
    expect(file.name).toBe(`five-lists.${kind.toLowerCase()}`)
    const again = await openPage()
    await figureName(again)
    await openTensor(again, { name: file.name, text: file.bytes })
    await expect.poll(() => again.getByTestId('cells').count()).toBe(6)
  },
)

test('very many queries are pages of panels', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  const values = Array.from({ length: 150 }, (_, q) => [[0.1, q / 200, -0.2]])
  await openTensor(page, { name: 'many.json', text: JSON.stringify({ title: 'many', values }) })
  await expect.poll(() => figureName(page)).toBe('many')
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'All queries' }).click()
  const bar = page.getByRole('group', { name: 'Pages of panels' })
  await expect.poll(() => bar.textContent()).toContain('Panels 1–64 of 150')
  await page.getByTestId('figure').focus()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect.poll(() => bar.textContent()).toContain('Panels 129–150 of 150')
  expect(await queriesOf(page)).toHaveLength(22)
  await bar.getByRole('button', { name: 'Panels before' }).click()
  await expect.poll(() => bar.textContent()).toContain('Panels 65–128 of 150')
})
