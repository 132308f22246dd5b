import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { boxOf } from './harness/cellOf'
import { decodePng } from './harness/decodePng'
import { exportFile, type ExportChoice } from './harness/exportFile'
import { zoomIn } from './harness/gestures'
import { noise } from './harness/noise'
import { sharedPageTest } from './harness/sharedPageTest'
import { findElements, parseXml } from './harness/parseXml'
import { showTensor } from './harness/showTensor'
import { shownColumns } from './harness/shownColumns'

const tokenCount = 3000
const values = Array.from({ length: 4 }, (_row, layer) =>
  Array.from({ length: tokenCount }, (_cell, token) => noise(layer, token)),
)

// So wide that the findings beside the figure leave it the room for a bin of two tokens.
const test = sharedPageTest((page) => showTensor(page, { title: 'exported', values }), {
  viewport: { width: 1600, height: 800 },
})

describe('a file of a zoomed figure', () => {
  test('holds what is seen, each cell a shape while they are few', async ({ page }) => {
    await zoomIn(page, 2500)
    const { first, last } = await shownColumns(page)
    const texts = await svgTexts(page, { columns: 'Visible' })
    expect(texts.note).toContain(`(position ${number(first)} … ${number(last)} of 2,999 →)`)
    expect(texts.columns).toEqual(Array.from({ length: last - first + 1 }, (_c, k) => first + k))
    expect(texts.captions).toContain('Every cell in view is drawn by itself.')
  })

  test('holds the whole, if that is wanted', async ({ page }) => {
    await zoomIn(page, 2500)
    const texts = await svgTexts(page, { columns: 'All' })
    expect(texts.note).toContain('(position 0 … 2,999 →)')
    expect(texts.captions.join(' ')).toContain('1 column = 2 tokens: their mean, or the one cell')
    // Each bin of two is named for the cell that it shows, or for the first of the two.
    expect(new Set(texts.columns.map((token) => Math.floor(token / 2))).size).toBe(tokenCount / 2)
  })

  test('is a picture of the size of the page’s', async ({ page }) => {
    await zoomIn(page, 700)
    const { width, height } = await boxOf(page.getByTestId('figure'))
    const { bytes } = await exportFile(page, 'PNG', { scale: '2×', columns: 'Visible' })
    const png = decodePng(bytes)
    expect([png.width, png.height]).toEqual([2 * width, 2 * height])
  })

  test('has no choice of columns where all are visible', async ({ page }) => {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('group', { name: 'Background' }).waitFor()
    expect(await page.getByRole('group', { name: 'Columns' }).count()).toBe(0)
  })

  test('that is JSON is the whole tensor', async ({ page }) => {
    await zoomIn(page, 2500)
    const { name, bytes } = await exportFile(page, 'JSON')
    expect(name).toBe('tensor.simlens.json')
    expect(JSON.parse(bytes.toString())).toMatchObject({ values: [values] })
  })
})

/** As the figure writes it. */
function number(value: number): string {
  return value.toLocaleString('en')
}

interface SvgTexts {
  /** What the title of the token axis says. */
  readonly note: string
  readonly captions: readonly string[]
  /** Tokens with a shape of their own, ascending. */
  readonly columns: readonly number[]
}

async function svgTexts(page: Page, choice: ExportChoice): Promise<SvgTexts> {
  const root = parseXml((await exportFile(page, 'SVG', choice)).bytes.toString())
  const texts = findElements(root, 'text').map(({ text }) => text)
  const tokens = findElements(root, 'rect').flatMap(({ attributes }) =>
    attributes['data-token'] === undefined ? [] : [Number(attributes['data-token'])],
  )
  return {
    note: texts.find((text) => text.startsWith('Token past of')) ?? '',
    captions: texts,
    columns: [...new Set(tokens)].toSorted((a, b) => a - b),
  }
}
