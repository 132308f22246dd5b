import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { boxOf, cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { noise } from './harness/noise'
import { test as anyPage } from './harness/pageTest'
import { plotInWindow } from './harness/plotPicture'
import { sharedPageTest } from './harness/sharedPageTest'
import { expectColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

const tokenCount = 5000
/** Tokens that hold a text that no other does. */
const hits = [40, 2100, 4999] as const
const values = [0, 1, 2].map((layer) =>
  Array.from({ length: tokenCount }, (_cell, token) => noise(layer, token)),
)
const tokens = Array.from({ length: tokenCount }, (_token, k) =>
  (hits as readonly number[]).includes(k) ? ` Needle${k}` : 'hay',
)

const test = sharedPageTest((page) => showTensor(page, { title: 'wide', tokens, values }))

describe('Go to token', () => {
  test('finds by text in upper or lower case, counts, and steps around', async ({ page }) => {
    const search = page.getByRole('searchbox', { name: 'Go to token' })
    await search.fill('needle')
    await expectHit(page, '1 of 3', hits[0])
    await page.getByRole('button', { name: 'Next hit' }).click()
    await expectHit(page, '2 of 3', hits[1])
    await search.press('Enter')
    await expectHit(page, '3 of 3', hits[2])
    await search.press('Enter')
    await expectHit(page, '1 of 3', hits[0])
    await page.getByRole('button', { name: 'Previous hit' }).click()
    await expectHit(page, '3 of 3', hits[2])
  })

  test('finds by index', async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Go to token' }).fill('2345')
    await expectHit(page, '1 of 1', 2345)
    expect(await page.getByRole('button', { name: 'Next hit' }).isDisabled()).toBe(true)
  })

  test('says that there is none, and leaves the view', async ({ page }) => {
    const search = page.getByRole('searchbox', { name: 'Go to token' })
    await search.fill('straw')
    await expect.poll(() => page.getByLabel('Hits').textContent()).toBe('no hits')
    await expectColumns(page, 0, tokenCount - 1)
    await search.fill('')
    await page.getByLabel('Hits').waitFor({ state: 'detached' })
  })

  test('stays in the layer of the pinned cell', async ({ page }) => {
    const plot = await plotInWindow(page)
    await page.mouse.click(plot.x + 300, plot.y + 5)
    await expect.poll(() => page.getByTestId('readout').textContent()).toContain('layer 2 ')
    await page.getByRole('searchbox', { name: 'Go to token' }).fill('Needle2100')
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toBe(
        `layer 2 · token 2100 "␣Needle2100" (2900 back) · ${String(values[2]?.[2100]).replace('-', '−')}`,
      )
  })

  anyPage('brings a token of a short past into view too', async ({ openPage }) => {
    const page = await openPage()
    const short = Array.from({ length: 30 }, (_token, k) => `t${k}`)
    await figureName(page)
    await showTensor(page, {
      title: 'short',
      tokens: short,
      values: [short.map((_token, k) => k)],
      view: { x: [0, 4] },
    })
    await expectColumns(page, 0, 4)
    await page.getByRole('searchbox', { name: 'Go to token' }).fill('t25')
    await expectReadout(page, 'layer 0 · token 25 "t25" (5 back) · 25')
    await cellOf(page, 0, 25).waitFor()
  })
})

/** The hit is counted, read, and a cell of its own in view. */
async function expectHit(page: Page, count: string, token: number): Promise<void> {
  await expect.poll(() => page.getByLabel('Hits').textContent()).toBe(count)
  await expect
    .poll(() => page.getByTestId('readout').textContent())
    .toMatch(new RegExp(`^layer \\d · token ${token} `))
  const plot = await plotInWindow(page)
  const cell = await boxOf(cellOf(page, 1, token))
  expect(cell.width).toBeGreaterThan(5)
  expect(cell.x).toBeGreaterThanOrEqual(plot.x)
  expect(cell.x + cell.width).toBeLessThanOrEqual(plot.x + plot.width)
}
