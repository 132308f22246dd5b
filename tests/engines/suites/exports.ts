import { pathToFileURL } from 'node:url'
import { describe, expect, inject } from 'vitest'
import { decodePng, type DecodedPng } from '../../browser/harness/decodePng'
import { fixturePath } from '../../browser/harness/fixturePath'
import { keepFile } from '../../browser/harness/keepFile'
import { noise } from '../../browser/harness/noise'
import type { SavedFile } from '../../browser/harness/saveDownload'
import type { PageDriver } from '../drivers/PageDriver'
import { clickControl, exportFile, openSample } from '../harness/controls'
import { test, type EngineName } from '../harness/engineTest'
import {
  boxOf,
  cellsOf,
  expectAnotherFigure,
  expectCell,
  expectFigure,
  figureTexts,
  legendColor,
  type Box,
  type DrawnCell,
} from '../harness/figure'
import { hotArea } from '../harness/hotArea'
import { dropTensor } from '../harness/opening'

const published = 'Meta Token #2 • Past Cosine-Sim (Padded)'
const listRecall = 'List recall, two lists • Past Cosine-Sim'
const small = '{"title": "small", "values": [[1]]}'
const stress = 'Stress sample • 12 × 4096, hot cell at layer 7, token 2457'

/** More cells than a file has shapes for; sized for paper, since on the page the space that is left has no fixed size. */
const raster = JSON.stringify({
  title: 'raster',
  view: { paper: 'column' },
  values: Array.from({ length: 12 }, (_row, layer) =>
    Array.from({ length: 1024 }, (_cell, token) => noise(layer, token)),
  ),
})

/** Where the hot cell is of the plot's width, from the left: the default axis counts back from the query. */
const hotShare = (4096 - 2457 - 0.5) / 4096

/** Tests what the page saves, and that it reads it again. */
export function testExports(engine: EngineName): void {
  describe.each(['file', 'served'] as const)('page %s', (from) => {
    const url = inject(`${from}Url`)

    test('saves a PNG of twice the size, the cells in their colors, at the first click', async ({
      open,
    }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      const png = decodePng((await exportFile(page, 'PNG')).bytes)
      const figure = await boxOf(page, '[data-testid="figure"]')
      const cells = await cellsOf(page)
      expect([png.width, png.height]).toEqual([2 * figure.width, 2 * figure.height])
      // Two corners and one between.
      const drawn = [0, 97, 179].map((index) => cells[index])
      const colors = drawn.map((cell) => cell && colorInFigure(png, cell, figure))
      expect(colors).toEqual(drawn.map((cell) => cell?.fill))
    })

    test('reads again each file that it saves', async ({ open }) => {
      const page = await open(engine, { url })
      await expectFigure(page, published)
      await page.chooseFiles(fixturePath('canonical/list-recall.json'))
      await expectFigure(page, listRecall)
      await clickControl(page, 'Axes: distance')
      await clickControl(page, 'Position')
      await clickControl(page, '0 at top')
      await page.press('Escape')
      const shown = await stateOf(page)
      const states: unknown[] = []
      for (const kind of ['PNG', 'SVG', 'PDF', 'HTML', 'JSON', 'CSV'] as const) {
        /* oxlint-disable no-await-in-loop -- one page saves and opens one file after the other */
        const path = keepFile(await exportFile(page, kind))
        await dropTensor(page, { name: `${kind}.json`, text: small })
        await expectFigure(page, 'small')
        await page.chooseFiles(path)
        await expectAnotherFigure(page, 'small')
        await expectCell(page, [11, 8], 'layer 11 · token 8 ":" (1 back) · 0.8830759525299072')
        await page.moveTo(2, 2)
        states.push(kind === 'CSV' ? shown : await stateOf(page))
        /* oxlint-enable no-await-in-loop */
      }
      for (const state of states) expect(state).toEqual(shown)
    })
  })

  test('shows the one hot cell at full strength, and draws it so in a PNG', async ({ open }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    await openSample(page, 'stress 12 × 4,096')
    await expectFigure(page, stress)
    await page.moveTo(2, 2)
    const color = await legendColor(page, 'above')
    // Two cells of the noise stand out too, in other columns.
    const plot = partOf(await boxOf(page, '[data-testid="cells"] svg'), hotShare, 0.007)
    const figure = await boxOf(page, '[data-testid="figure"]')
    const isHot = { isFilled: true, layer: 7, share: expect.closeTo(0.5, 0) }
    await expect
      .poll(async () => hotArea({ png: await page.screenshot(), plot, scale: 1 }, color))
      .toMatchObject(isHot)
    const png = (await exportFile(page, 'PNG')).bytes
    const inFigure = { ...plot, x: plot.x - figure.x, y: plot.y - figure.y }
    expect(hotArea({ png, plot: inFigure, scale: 2 }, color)).toMatchObject(isHot)
  })

  test('saves a page that shows the figure, from disk', async ({ open }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    await openSample(page, 'list-recall')
    await expectFigure(page, listRecall)
    const shown = await stateOf(page)
    const saved = await exportFile(page, 'HTML')
    const other = await open(engine, { url: pathToFileURL(keepFile(saved)).href })
    await expectFigure(other, listRecall)
    expect(await stateOf(other)).toEqual(shown)
  })
}

/** Tests that the engine saves the same text as Chromium does. */
export function testSameText(engine: EngineName): void {
  test('saves the SVGs and PDFs that Chromium saves', async ({ open }) => {
    const expected = await savedTexts(await open('Chromium', { url: paperUrl() }))
    expect(await savedTexts(await open(engine, { url: paperUrl() }))).toEqual(expected)
  })
}

/** Returns the part of a plot around a share of its width, in whole CSS pixels. */
function partOf(plot: Box, middle: number, share: number): Box {
  const width = Math.round(plot.width * share)
  return { ...plot, x: Math.round(plot.x + plot.width * middle - width / 2), width }
}

function paperUrl(): string {
  return `${inject('fileUrl')}#paper=column`
}

/** Returns the texts of a figure of shapes and of one with a raster, each as an SVG and as a PDF. */
async function savedTexts(page: PageDriver): Promise<string[]> {
  await expectFigure(page, published)
  const shapes = await exportedTexts(page)
  await dropTensor(page, { name: 'raster.json', text: raster })
  await expectFigure(page, 'raster')
  return [...shapes, ...(await exportedTexts(page))]
}

async function exportedTexts(page: PageDriver): Promise<string[]> {
  const svg = withoutTensor(await exportFile(page, 'SVG'))
  return [svg, drawnInPdf(await exportFile(page, 'PDF'))]
}

/** Returns the part of a PDF before its tensor, in which the whole page is. */
function drawnInPdf({ bytes }: SavedFile): string {
  const [drawn = '', tensor] = bytes.toString('latin1').split('/Type /EmbeddedFile')
  expect(tensor).toContain('simlens.json.zz')
  return drawn
}

function colorInFigure(png: DecodedPng, cell: DrawnCell, figure: Box): string {
  const x = 2 * (cell.x + cell.width / 2 - figure.x)
  const y = 2 * (cell.y + cell.height / 2 - figure.y)
  return png.color(Math.floor(x), Math.floor(y))
}

/** Engines pack the same bytes in different ways. */
function withoutTensor({ bytes }: SavedFile): string {
  const text = bytes.toString()
  expect(text).toMatch(/<tensor xmlns="urn:simlens:1">[\w+/=]+<\/tensor>/)
  return text.replace(/(<tensor [^>]+>)[^<]+/, '$1')
}

async function stateOf(page: PageDriver): Promise<readonly unknown[]> {
  const fills = (await cellsOf(page)).map(({ layer, token, fill }) => [layer, token, fill])
  return [fills, await figureTexts(page)]
}
