import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { bottomOf, boxOf, cellOf } from './harness/cellOf'
import { exportFile } from './harness/exportFile'
import { test } from './harness/pageTest'
import { findElements, parseXml } from './harness/parseXml'
import { saveDownload } from './harness/saveDownload'
import { showTensor } from './harness/showTensor'
import { shownColumns } from './harness/shownColumns'

const HIGHEST = /^The highest cell is layer 0, token 12 "level" \(3 back\), 0\.0400;/

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Findings' })
}

function finding(page: Page, text: RegExp): Locator {
  return panel(page).getByRole('button', { name: text })
}

/** Where the figure's cells are outlined, each place once, in the figure's own pixels. */
async function markedPlaces(page: Page): Promise<readonly string[]> {
  const rects = await page.getByTestId('finding-marks').locator('rect').all()
  return Promise.all(rects.filter((_, index) => index % 2 === 0).map(placeOf))
}

function cellPlaces(page: Page, layers: readonly number[], token: number): Promise<string[]> {
  return Promise.all(layers.map((layer) => placeOf(cellOf(page, layer, token))))
}

function placeOf(rect: Locator): Promise<string> {
  return rect.evaluate((element) =>
    ['x', 'y', 'width', 'height'].map((name) => element.getAttribute(name)).join(' '),
  )
}

async function description(page: Page): Promise<string> {
  return (await page.getByTestId('figure').locator('desc').textContent()) ?? ''
}

describe('the findings', () => {
  test('stand beside the figure, and show their cells while one is pointed at', async ({
    openPage,
  }) => {
    const page = await openPage()
    await finding(page, HIGHEST).hover()
    await expect.poll(() => markedPlaces(page)).toEqual(await cellPlaces(page, [0, 1, 2], 12))
    const figure = await boxOf(page.getByTestId('figure'))
    expect((await boxOf(panel(page))).x).toBeGreaterThanOrEqual(figure.x + figure.width)
    await page.mouse.move(5, 5)
    await expect.poll(() => markedPlaces(page)).toEqual([])
  })

  test('stay marked after a click, until the next; no cell is drawn anew', async ({ openPage }) => {
    const page = await openPage()
    await finding(page, HIGHEST).waitFor()
    await page.getByTestId('cells').evaluate((cells) => {
      new MutationObserver(() => cells.setAttribute('data-changed', 'yes')).observe(cells, {
        subtree: true,
        childList: true,
        attributeFilter: ['x', 'fill'],
      })
    })
    await finding(page, HIGHEST).click()
    await page.mouse.move(5, 5)
    await expect.poll(() => markedPlaces(page)).toEqual(await cellPlaces(page, [0, 1, 2], 12))
    expect(await finding(page, HIGHEST).getAttribute('aria-pressed')).toBe('true')
    await finding(page, /^"plum" \(6\) goes from/).hover()
    await expect.poll(() => markedPlaces(page)).toHaveLength(1)
    await finding(page, HIGHEST).click()
    await page.mouse.move(5, 5)
    await page.getByTestId('figure').focus()
    await expect.poll(() => markedPlaces(page)).toEqual([])
    expect(await page.getByTestId('cells').getAttribute('data-changed')).toBeNull()
  })

  test('are reached, shown and pinned by keyboard', async ({ openPage }) => {
    const page = await openPage()
    await finding(page, HIGHEST).waitFor()
    await page.getByRole('button', { name: 'Close findings' }).focus()
    await page.keyboard.press('Tab')
    await expect.poll(() => markedPlaces(page)).toHaveLength(3)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect.poll(() => markedPlaces(page)).toEqual(await cellPlaces(page, [11, 10, 8], 6))
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => markedPlaces(page)).toEqual(await cellPlaces(page, [0, 1, 2], 12))
  })

  test('fold away, and are found so when the page comes back', async ({ openPage }) => {
    const page = await openPage()
    await panel(page).waitFor()
    await page.getByRole('button', { name: 'Close findings' }).click()
    expect(await panel(page).count()).toBe(0)
    await page.reload()
    const button = page.getByRole('button', { name: 'Findings', exact: true })
    expect(await button.getAttribute('aria-expanded')).toBe('false')
    await button.click()
    await finding(page, HIGHEST).waitFor()
  })

  test('follow their parameters', async ({ openPage }) => {
    const page = await openPage()
    await panel(page).getByLabel('Named cells and trends').selectOption('1')
    await finding(
      page,
      /^The highest cell is layer 0, token 12 "level" \(3 back\), 0\.04\.$/,
    ).waitFor()
    await panel(page).getByLabel('Exact values').check()
    await finding(page, /^The lowest cell is .* −0\.04\.$/).waitFor()
    await expect.poll(() => description(page)).toContain('"plum" (9 back), −0.04.')
  })

  test('take a band of the domain for neutral only where there is no noise floor', async ({
    openPage,
  }) => {
    const page = await openPage()
    await finding(page, /^15 of 15 tokens stay within the noise floor of ±0\.07073/).waitFor()
    expect(await panel(page).getByLabel('Neutral band, share of the range').count()).toBe(0)
    const values = Array.from({ length: 4 }, (_, layer) => [0.4, layer / 100, -0.4])
    await showTensor(page, { title: 'no floor', values })
    await panel(page).getByLabel('Neutral band, share of the range').selectOption('25 %')
    await finding(page, /^1 of 3 tokens stays between −0\.1 and 0\.1, 25 % of the color/).waitFor()
  })

  test('bring a cell into view that is one of very many', async ({ openPage }) => {
    const page = await openPage()
    const row = Array.from({ length: 3000 }, (_, token) => (token === 2345 ? 1 : token / 1e5))
    await showTensor(page, { title: 'many', values: [row, row.map((value) => value / 2)] })
    await panel(page).getByLabel('Named cells and trends').selectOption('1')
    await finding(page, /^The highest cell is layer 0, token 2345[^;]*$/).click()
    await expect.poll(async () => (await shownColumns(page)).last).toBeLessThan(2999)
    const { first, last } = await shownColumns(page)
    expect(first).toBeLessThanOrEqual(2345)
    expect(last).toBeGreaterThanOrEqual(2345)
    await expect.poll(() => markedPlaces(page)).toHaveLength(1)
  })

  test('are a sheet above the readout where there is no room beside the figure', async ({
    openPage,
  }) => {
    const page = await openPage({ viewport: { width: 420, height: 800 } })
    expect(await panel(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Findings', exact: true }).click()
    await finding(page, HIGHEST).click()
    await expect.poll(() => markedPlaces(page)).toHaveLength(3)
    await page.getByTestId('figure').press('Home')
    const readout = page.getByTestId('readout').getByRole('button')
    await expect.poll(() => readout.evaluate(isOnTop)).toBe(true)
    await expect
      .poll(async () => (await boxOf(readout)).y - (await bottomOf(panel(page))))
      .toBeGreaterThanOrEqual(0)
    // The page scrolls so far that the sheet covers nothing of the figure's last line.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect
      .poll(async () => (await boxOf(panel(page))).y - (await bottomOf(page.getByTestId('figure'))))
      .toBeGreaterThanOrEqual(0)
  })
})

describe('the description', () => {
  test('becomes the long one on the page, and is copied and saved as Markdown', async ({
    openPage,
  }) => {
    const page = await openPage({ context: { permissions: ['clipboard-read', 'clipboard-write'] } })
    await expect.poll(() => description(page)).toMatch(/\nKey observations\n/)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('button', { name: 'Copy description' }).click()
    await page.getByText('Description copied').waitFor()
    const copied = await page.evaluate(clipboardText)
    expect(copied).toContain(
      '- **Highest:** The highest cell is layer 0, token 12 `level` (3 back), 0.0400;',
    )
    const saved = await saveDownload(page, () =>
      page.getByRole('button', { name: 'Save description' }).click(),
    )
    expect(saved.name).toMatch(/^meta-token-2\.md$/)
    expect(saved.bytes.toString()).toBe(copied)
  })

  test('is the one of the exported figure', async ({ openPage }) => {
    const page = await openPage()
    const { bytes } = await exportFile(page, 'SVG')
    await expect.poll(() => description(page)).toMatch(/\nKey observations\n/)
    const [desc] = findElements(parseXml(bytes.toString()), 'desc')
    expect(desc?.text).toBe(await description(page))
  })
})

/** Runs in the page. */
function clipboardText(): Promise<string> {
  return navigator.clipboard.readText()
}

/** Whether nothing stands over the middle of an element. */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
}
