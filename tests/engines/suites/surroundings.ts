import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, inject } from 'vitest'
import { clickControl } from '../harness/controls'
import { decodePng } from '../../browser/harness/decodePng'
import { keepFile } from '../../browser/harness/keepFile'
import { readProblems } from '../drivers/noteProblems'
import { test, type EngineName } from '../harness/engineTest'
import { boxOf, cellOf, cellsOf, expectFigure, expectReadout } from '../harness/figure'

const published = 'Meta Token #2 • Past Cosine-Sim (Padded)'

/** Tests the page in a frame, in the dark, and the layout in which engines differ. */
export function testSurroundings(engine: EngineName): void {
  test('shows and reads the figure in a sandboxed frame without an address', async ({ open }) => {
    const page = await open(engine, { url: frameUrl() })
    const frame = { evaluate: page.evaluateInFrame }
    await expectFigure(frame, published)
    const { x, y, width, height } = await cellOf(frame, 0, 12)
    await page.moveTo(x + width / 2, y + height / 2)
    await expectReadout(frame, 'layer 0 · token 12 "level" (3 back) · 0.04')
    expect(await page.evaluateInFrame(readProblems)).toEqual([])
  })

  test('has the name of a choice beside its options, not above them', async ({ open }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    await clickControl(page, 'Axes: distance')
    const options = await boxOf(page, '.segmented .segments')
    const { end, middle } = await page.evaluate(placeOfLegend)
    expect(end).toBeLessThanOrEqual(options.x)
    expect(middle).toBeGreaterThan(options.y)
    expect(middle).toBeLessThan(options.y + options.height)
  })

  test('is dark where the system is, the cells as ever', async ({ open }) => {
    const light = await open(engine)
    await expectFigure(light, published)
    const fills = (await cellsOf(light)).map(({ fill }) => fill)
    const page = await open(engine, { colorScheme: 'dark' })
    await expectFigure(page, published)
    const cells = await cellsOf(page)
    expect(cells.map(({ fill }) => fill)).toEqual(fills)
    const figure = await boxOf(page, '[data-testid="figure"]')
    const [cell = figure] = cells
    const places = [
      [2, figure.y],
      [figure.x + 20, figure.y + 20],
      [cell.x + 3, cell.y + 3],
    ] as const
    await expect
      .poll(async () => {
        const screen = decodePng(await page.screenshot())
        return places.map(([x, y]) => screen.color(Math.round(x), Math.round(y)))
      })
      .toEqual(['#0b0e13', '#11151b', fills[0]])
  })
}

/** A page on disk with the built page in a sandboxed frame, which its text is in. */
function frameUrl(): string {
  const page = readFileSync(fileURLToPath(inject('fileUrl')), 'utf8')
  const text = page.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const html = `<!doctype html><meta charset="utf-8"><body style="margin: 0"><iframe sandbox="allow-scripts" style="border: 0" width="1200" height="760" srcdoc="${text}"></iframe>`
  return pathToFileURL(keepFile({ name: 'frame.html', bytes: Buffer.from(html) })).href
}

/** Runs in the page: where the text of the first legend ends, and its middle from the top; a legend may have no box. */
function placeOfLegend(): { end: number; middle: number } {
  const range = document.createRange()
  const legend = document.querySelector('.segmented legend')
  if (legend !== null) range.selectNodeContents(legend)
  const { right, top, bottom } = range.getBoundingClientRect()
  return { end: right, middle: (top + bottom) / 2 }
}
