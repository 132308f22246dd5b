import { expect } from 'vitest'
import { decodePng } from './harness/decodePng'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { test } from './harness/pageTest'
import { parseXml } from './harness/parseXml'

test('a figure for one column has its width, and its PNG says so', async ({ openPage }) => {
  const page = await openPage({ hash: 'paper=column&dpi=200' })
  await figureName(page)
  const svg = await exportFile(page, 'SVG')
  const { attributes } = parseXml(svg.bytes.toString('utf8'))
  expect(attributes['width']).toBe('85mm')
  expect(attributes['height']).toMatch(/^[\d.]+mm$/u)
  const png = await exportFile(page, 'PNG')
  // 85 mm at 200 pixels per inch.
  expect(decodePng(png.bytes).width).toBe(669)
  const at = png.bytes.indexOf('pHYs')
  expect(at).toBeGreaterThan(0)
  expect(png.bytes.readUInt32BE(at + 4)).toBe(7874)
  expect(png.bytes.readUInt8(at + 12)).toBe(1)
})

test('title, caption and axis titles can be one’s own, or none', async ({ openPage }) => {
  const page = await openPage()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByText('Paper', { exact: true }).click()
  await page.getByLabel('Title', { exact: true }).fill('Mine & <yours>')
  await page.getByLabel('Token axis', { exact: true }).fill('Past')
  const hides = page.getByLabel('Hide')
  await hides.nth(3).check()
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
  // 85 mm in points, to a pixel.
  expect(Math.abs(Number(width) - 240.94)).toBeLessThan(0.76)
  const ratio = (figure?.height ?? 0) / (figure?.width ?? 1)
  expect(Math.abs(Number(height) - 240.94 * ratio)).toBeLessThan(1.5)
  await page.emulateMedia({ media: 'print' })
  const box = await page.getByTestId('figure').boundingBox()
  expect([box?.x, box?.y]).toEqual([0, 0])
})
