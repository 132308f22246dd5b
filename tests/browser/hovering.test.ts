import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { chooseAxes } from './harness/axesMenu'
import { boxOf, cellOf, type Box } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

test('nothing is read before the pointer is on a cell', async ({ openPage }) => {
  const page = await openPage()
  await page.getByTestId('figure').waitFor()
  await expectReadout(page, '')
  expect(await page.locator('.tooltip').count()).toBe(0)
})

test('the readout and the tooltip give the exact number under the pointer', async ({
  openPage,
}) => {
  const page = await openPage()
  await cellOf(page, 0, 12).hover()
  await expectReadout(page, 'layer 0 · token 12 "level" (3 back) · 0.04')
  const tooltip = page.locator('.tooltip')
  expect(await tooltip.innerText()).toMatch(
    /^level\s+0\.04\s+layer 0 · token 12 · 3 back\s+1\.11 σ; random directions are this far out 27 % of the time$/,
  )
  await page.mouse.move(2, 2)
  await tooltip.waitFor({ state: 'detached' })
})

test('missing, padded and infinite cells are read as what they are', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  const text =
    '{"title": "absent", "tokens": ["a", "b", "c"], "values": [[1e-7, NaN, -0], [-Infinity]]}'
  await openTensor(page, { name: 'absent.json', text })
  await expect.poll(() => figureName(page)).toBe('absent')
  await cellOf(page, 0, 0).hover()
  await expectReadout(page, 'layer 0 · token 0 "a" (3 back) · 1e−7')
  await cellOf(page, 0, 1).hover()
  await expectReadout(page, 'layer 0 · token 1 "b" (2 back) · missing')
  await cellOf(page, 0, 2).hover()
  await expectReadout(page, 'layer 0 · token 2 "c" (1 back) · −0')
  await cellOf(page, 1, 0).hover()
  await expectReadout(page, 'layer 1 · token 0 "a" (3 back) · −Infinity')
  const { x, y, width, height } = await boxOf(cellOf(page, 1, 0))
  await page.mouse.move(x + 1.5 * width, y + height / 2)
  await expectReadout(page, 'layer 1 · padding')
  expect(await cellOf(page, 1, 1).count()).toBe(0)
})

/** Layer and token: the corners of the plot, and a cell in its middle. */
const places = [
  [0, 0],
  [0, 14],
  [11, 0],
  [11, 14],
  [6, 7],
] as const

test.for([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 360, height: 640 }],
] as const)(
  'the tooltip is in the window and covers no cell of the row and column that it reads, on %s',
  async ([, viewport], { openPage }) => {
    const page = await openPage({ viewport })
    for (const [layer, token] of places) {
      /* oxlint-disable no-await-in-loop -- one pointer: the cells are hovered one after the other */
      await cellOf(page, layer, token).hover()
      await page.locator('.tooltip', { hasText: `layer ${layer} · token ${token} ` }).waitFor()
      const tooltip = await boxOf(page.locator('.tooltip'))
      const cell = await boxOf(cellOf(page, layer, token))
      /* oxlint-enable no-await-in-loop */
      expect(tooltip.x).toBeGreaterThanOrEqual(0)
      expect(tooltip.y).toBeGreaterThanOrEqual(0)
      expect(tooltip.x + tooltip.width).toBeLessThanOrEqual(viewport.width)
      expect(tooltip.y + tooltip.height).toBeLessThanOrEqual(viewport.height)
      expect(isBeside(tooltip, cell, 'x', 'width')).toBe(true)
      expect(isBeside(tooltip, cell, 'y', 'height')).toBe(true)
    }
  },
)

test('hovering changes nothing in the group of the cells', async ({ openPage }) => {
  const page = await openPage()
  await page.getByTestId('cells').waitFor()
  await page.evaluate(watchCells)
  for (const layer of [0, 5, 11]) {
    /* oxlint-disable no-await-in-loop -- one pointer: the cells are hovered one after the other */
    await cellOf(page, layer, layer).hover()
    await expect
      .poll(() => page.getByTestId('readout').textContent(), { interval: 10 })
      .toContain(`layer ${layer} · token ${layer} `)
    /* oxlint-enable no-await-in-loop */
  }
  await page.mouse.click(400, 400)
  await page.mouse.move(2, 2)
  expect(await changeCount(page)).toBe(0)
  await chooseAxes(page, '0 at top')
  await expect.poll(() => changeCount(page)).toBeGreaterThan(0)
})

function isBeside(a: Box, b: Box, start: 'x' | 'y', size: 'width' | 'height'): boolean {
  return a[start] + a[size] <= b[start] || b[start] + b[size] <= a[start]
}

/** Runs in the page. */
function watchCells(): void {
  const cells = document.querySelector('[data-testid="cells"]')
  if (cells === null) throw new Error('no cells')
  let count = 0
  document.body.dataset['changes'] = '0'
  const observer = new MutationObserver((records) => {
    count += records.length
    document.body.dataset['changes'] = String(count)
  })
  observer.observe(cells, { subtree: true, childList: true, attributes: true, characterData: true })
}

async function changeCount(page: Page): Promise<number> {
  return Number(await page.locator('body').getAttribute('data-changes'))
}
