import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { chooseAxes } from './harness/axesMenu'
import { boxOf, cellOf } from './harness/cellOf'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'

async function openFiveLists(page: Page): Promise<void> {
  await figureName(page)
  await openTensor(page, fixturePath('canonical/five-lists.json'))
  const title = 'List recall, five lists • Past Cosine-Sim'
  await expect.poll(() => figureName(page), { interval: 10 }).toBe(title)
}

async function tokenAxisTitle(page: Page): Promise<string | undefined> {
  const texts = await page.getByTestId('figure').locator('text').allTextContents()
  return texts.find((text) => text.startsWith('Token past of'))
}

function cellCount(page: Page): Promise<number> {
  return page.getByTestId('cells').locator('rect[data-layer]').count()
}

describe('the meta token', () => {
  test('has no control where there is one only', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    expect(await page.getByRole('group', { name: 'Meta token' }).count()).toBe(0)
  })

  test('is chosen in a list', async ({ openPage }) => {
    const page = await openPage()
    await openFiveLists(page)
    expect(await cellCount(page)).toBe(12 * 5)
    await page.getByRole('combobox', { name: 'Meta token' }).selectOption({ index: 5 })
    await expect.poll(() => tokenAxisTitle(page)).toContain('Meta Token #6')
    expect(await cellCount(page)).toBe(12 * 43)
  })

  test('is changed step by step, to either end', async ({ openPage }) => {
    const page = await openPage()
    await openFiveLists(page)
    const next = page.getByRole('button', { name: 'Next meta token' })
    const previous = page.getByRole('button', { name: 'Previous meta token' })
    expect(await previous.isDisabled()).toBe(true)
    await next.click()
    await expect.poll(() => tokenAxisTitle(page)).toContain('Meta Token #2')
    await previous.click()
    await expect.poll(() => tokenAxisTitle(page)).toContain('Meta Token #1')
    await page.getByRole('combobox', { name: 'Meta token' }).selectOption({ index: 5 })
    await expect.poll(() => next.isDisabled()).toBe(true)
  })

  test('is one of five hundred as well as one of two', async ({ openPage }) => {
    const page = await openPage()
    const values = Array.from({ length: 500 }, (_query, k) => [[k / 500, 1]])
    await showTensor(page, { title: 'many', values })
    await page.getByRole('combobox', { name: 'Meta token' }).selectOption({ index: 499 })
    await expect.poll(() => tokenAxisTitle(page)).toContain('Meta Token #500')
  })
})

test('the axis puts the nearest token or the first of the sequence to the left', async ({
  openPage,
}) => {
  const page = await openPage()
  expect((await boxOf(cellOf(page, 0, 14))).x).toBeLessThan((await boxOf(cellOf(page, 0, 0))).x)
  expect(await tokenAxisTitle(page)).toContain('distance 1 … 15')
  await chooseAxes(page, 'Position')
  await expect.poll(() => tokenAxisTitle(page)).toContain('position 0 … 14')
  expect((await boxOf(cellOf(page, 0, 0))).x).toBeLessThan((await boxOf(cellOf(page, 0, 14))).x)
})

test('layer 0 is at the bottom or at the top', async ({ openPage }) => {
  const page = await openPage()
  const top = async (layer: number): Promise<number> => (await boxOf(cellOf(page, layer, 0))).y
  expect(await top(0)).toBeGreaterThan(await top(11))
  await chooseAxes(page, '0 at top')
  await expect.poll(async () => (await top(0)) < (await top(11))).toBe(true)
})

test('padding to all queries keeps the axis still, and the legend names it', async ({
  openPage,
}) => {
  const page = await openPage()
  await openFiveLists(page)
  const legend = page.getByTestId('figure').getByText(/^padding: /)
  expect(await legend.count()).toBe(0)
  await chooseAxes(page, 'Longest query')
  await expect.poll(() => tokenAxisTitle(page)).toContain('distance 1 … 43')
  expect(await legend.textContent()).toContain(`padding: ${12 * (43 - 5)} of ${12 * 43} cells`)
  expect(await cellCount(page)).toBe(12 * 5)
  const before = await boxOf(cellOf(page, 0, 4))
  await page.getByRole('button', { name: 'Next meta token' }).click()
  await expect.poll(() => tokenAxisTitle(page)).toContain('Meta Token #2')
  const widths = [before.width, (await boxOf(cellOf(page, 0, 4))).width]
  expect(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0))).toBeLessThanOrEqual(1)
})

test('what was chosen is kept for the next file', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await chooseAxes(page, 'Position')
  await openFiveLists(page)
  expect(await tokenAxisTitle(page)).toContain('position 0 … 4')
})
