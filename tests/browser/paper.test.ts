import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { decodePng } from './harness/decodePng'
import { drawnIn, type Drawn } from './harness/drawnIn'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { test } from './harness/pageTest'
import { showTensor, type CanonicalFile } from './harness/showTensor'
import { parseXml } from './harness/parseXml'

/** What the page shows, as the file of a figure would have it. */
async function drawnOnPage(page: Page): Promise<readonly Drawn[]> {
  const markup = await page
    .getByTestId('figure')
    .evaluate((figure) => new XMLSerializer().serializeToString(figure))
  return drawnIn(parseXml(markup))
}

test('a figure for one column has its width, and its PNG says so', async ({ openPage }) => {
  const page = await openPage({ hash: 'paper=column&dpi=200' })
  await figureName(page)
  const svg = await exportFile(page, 'SVG')
  const { attributes } = parseXml(svg.bytes.toString('utf8'))
  expect(attributes['width']).toBe('82.55mm')
  expect(attributes['height']).toMatch(/^[\d.]+mm$/u)
  const png = await exportFile(page, 'PNG')
  // 3.25 inches at 200 pixels each.
  expect(decodePng(png.bytes).width).toBe(650)
  const at = png.bytes.indexOf('pHYs')
  expect(at).toBeGreaterThan(0)
  expect(png.bytes.readUInt32BE(at + 4)).toBe(7874)
  expect(png.bytes.readUInt8(at + 12)).toBe(1)
})

test.for(['column', 'columns', 'slide', 'nature'])(
  'the page shows what the file for %s has: texts, rectangles and colors',
  async (paper, { openPage }) => {
    const page = await openPage({ hash: `paper=${paper}`, colorScheme: 'dark' })
    await expect.poll(() => page.getByTestId('paper-size').count()).toBe(1)
    const { bytes } = await exportFile(page, 'SVG')
    const inFile = drawnIn(parseXml(bytes.toString('utf8')))
    expect(inFile.length).toBeGreaterThan(200)
    await expect.poll(() => drawnOnPage(page)).toEqual(inFile)
  },
)

function waves(layerCount: number, tokenCount: number): CanonicalFile {
  const values = Array.from({ length: layerCount }, (_, layer) =>
    Array.from({ length: tokenCount }, (__, token) => Math.sin(layer + token * 0.7) / 25),
  )
  return { title: 'waves', hidden_size: 768, values }
}

test.for([
  ['a long query', undefined, 'data=sample:five-lists&query=5&paper=columns'],
  ['12 × 1,024 cells', { ...waves(12, 1024), view: { paper: 'column' } }, ''],
  ['5,000 cells', { ...waves(40, 125), view: { paper: 'columns' } }, ''],
] as const)(
  'of %s too, the page shows what the file has, whether cells are shapes or not',
  async ([, document, hash], { openPage }) => {
    const page = await openPage({ hash })
    if (document !== undefined) await showTensor(page, document)
    await expect.poll(() => page.getByTestId('paper-size').count()).toBe(1)
    const { bytes } = await exportFile(page, 'SVG')
    const inFile = drawnIn(parseXml(bytes.toString('utf8'))).filter(isNoCell)
    expect(inFile.length).toBeGreaterThan(20)
    await expect.poll(async () => (await drawnOnPage(page)).filter(isNoCell)).toEqual(inFile)
  },
)

function isNoCell({ name, attributes }: Drawn): boolean {
  return name !== 'image' && !('data-layer' in attributes)
}

test('the window’s size changes nothing of a figure for paper but its scale', async ({
  openPage,
}) => {
  const page = await openPage({ hash: 'paper=column' })
  await expect.poll(() => page.getByTestId('paper-size').textContent()).toMatch(/^82\.6 × /u)
  const before = await drawnOnPage(page)
  const width = await widthOf(page)
  await page.setViewportSize({ width: 700, height: 500 })
  await expect.poll(() => widthOf(page)).toBeLessThan(width)
  expect(await drawnOnPage(page)).toEqual(before)
})

test('at 1:1 a figure for paper has its true size', async ({ openPage }) => {
  const page = await openPage({ hash: 'paper=column' })
  await page.getByRole('group', { name: 'Shown' }).getByText('1:1').click()
  // 3.25 inches of 96 CSS pixels.
  await expect.poll(() => widthOf(page)).toBeCloseTo(312, 3)
})

test('a cell of a scaled figure is read where it is seen', async ({ openPage }) => {
  const page = await openPage({ hash: 'paper=column' })
  await expect.poll(() => page.getByTestId('paper-size').count()).toBe(1)
  await page.locator('[data-layer="3"][data-token="12"]').hover()
  await expect
    .poll(() => page.getByTestId('readout').textContent())
    .toBe('layer 3 · token 12 "level" (3 back) · 0.0283')
})

test('the paper is chosen first in the Export menu, and left above the figure', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const menu = page.locator('.export-panel')
  await menu.getByLabel('Made for').selectOption('neurips')
  await expect.poll(() => page.getByTestId('paper-size').textContent()).toMatch(/^139\.7 × /u)
  await menu.getByText('Own size').click()
  await menu.getByLabel('Paper width').fill('4.5 in')
  await expect.poll(() => page.getByTestId('paper-size').textContent()).toMatch(/^114\.3 × /u)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Back to the screen' }).click()
  await expect.poll(() => page.getByTestId('paper-size').count()).toBe(0)
})

function widthOf(page: Page): Promise<number> {
  return page.getByTestId('figure').evaluate((figure) => figure.getBoundingClientRect().width)
}

test('title, caption and axis titles can be one’s own, or none', async ({ openPage }) => {
  const page = await openPage()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Paper', { exact: true }).click()
  await page.getByLabel('Title', { exact: true }).fill('Mine & <yours>')
  await page.getByLabel('Token axis', { exact: true }).fill('Past')
  const hides = page.getByLabel('Hide')
  await hides.nth(4).check()
  await expect.poll(() => figureName(page)).toBe('Mine & <yours>')
  const texts = await page.getByTestId('figure').locator('text').allTextContents()
  expect(texts).toContain('Mine & <yours>')
  expect(texts).toContain('Past')
  expect(texts.join('\n')).not.toContain('Source:')
  await hides.nth(0).check()
  await hides.nth(2).check()
  const fewer = await page.getByTestId('figure').locator('text').allTextContents()
  expect(fewer).not.toContain('Mine & <yours>')
  expect(fewer).not.toContain('Layer')
  await page.getByRole('button', { name: 'Reset Title' }).click()
  await expect.poll(() => figureName(page)).toContain('Meta Token #2')
})

test('printed, the page is the figure alone, on white and as vectors', async ({ openPage }) => {
  const page = await openPage({ colorScheme: 'dark' })
  await figureName(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  const pdf = (await page.pdf()).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
  expect(pdf).not.toContain('/Subtype /Image')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button').count()).toBe(0)
  await expect
    .poll(() => page.getByTestId('figure').locator('> rect').first().getAttribute('fill'))
    .toBe('#ffffff')
})

test('printed with a paper, the page is the figure on it, without a margin', async ({
  openPage,
}) => {
  const page = await openPage({ hash: 'paper=column' })
  await figureName(page)
  const figure = await page.getByTestId('figure').boundingBox()
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1)
  const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(pdf) ?? []
  // 3.25 inches in points, to a pixel.
  expect(Math.abs(Number(width) - 234)).toBeLessThan(0.76)
  const ratio = (figure?.height ?? 0) / (figure?.width ?? 1)
  expect(Math.abs(Number(height) - 234 * ratio)).toBeLessThan(1.5)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.getByTestId('figure').boundingBox()).toMatchObject({ x: 0, y: 0 })
})
