import { describe, expect } from 'vitest'
import { boxOf } from './harness/cellOf'
import { decodePng } from './harness/decodePng'
import { exportFile } from './harness/exportFile'
import { noise } from './harness/noise'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { findElements, parseXml } from './harness/parseXml'
import { screenPlot, settledPlot, type PlotPicture } from './harness/plotPicture'
import { showTensor } from './harness/showTensor'

const LAYER_COUNT = 12

function values(tokenCount: number): number[][] {
  return Array.from({ length: LAYER_COUNT }, (_row, layer) =>
    Array.from({ length: tokenCount }, (_cell, token) => noise(layer, token)),
  )
}

interface Shape {
  readonly layer: number
  readonly token: number
  readonly fill: string | undefined
}

/** The cells that are shapes in a file. */
function shapesIn(svg: string): readonly Shape[] {
  return findElements(parseXml(svg), 'rect').flatMap(({ attributes }) => {
    const { fill, 'data-layer': layer, 'data-token': token } = attributes
    return layer === undefined ? [] : [{ layer: Number(layer), token: Number(token), fill }]
  })
}

/** The shapes whose color is not what a picture of the plot has in the middle of their cell. */
function differing(
  { width, height, color }: PlotPicture,
  tokenCount: number,
  shapes: readonly Shape[],
): readonly Shape[] {
  return shapes.filter(({ layer, token, fill }) => {
    const x = ((token + 0.5) / tokenCount) * width
    return color(x, (1 - (layer + 0.5) / LAYER_COUNT) * height) !== fill
  })
}

describe('more than 2,000 bins', () => {
  test('are one picture on the screen', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'wide', values: values(1024) })
    const cells = page.getByTestId('cells')
    expect(await cells.locator('image').count()).toBe(1)
    expect(await cells.locator('rect').count()).toBe(0)
  })

  test('are shapes in a file, each of the color that it has on the screen', async ({
    openPage,
  }) => {
    const page = await openPage()
    const tokenCount = 600
    await showTensor(page, { title: 'wide', values: values(tokenCount) })
    expect(await page.getByTestId('cells').locator('image').count()).toBe(1)
    await page.mouse.move(2, 2)
    const screen = await screenPlot(page)
    const { bytes } = await exportFile(page, 'SVG')
    const shapes = shapesIn(bytes.toString())
    expect(shapes).toHaveLength(LAYER_COUNT * tokenCount)
    expect(differing(screen, tokenCount, shapes)).toEqual([])
  })

  test('each have their pixel at a broken pixel ratio', async ({ openPage }) => {
    const pixelRatio = 1.1
    const page = await openPage({ context: { deviceScaleFactor: pixelRatio } })
    // So many tokens that nearly every one has a single pixel; neighbors are far apart in color.
    const plot = await settledPlot(page)
    const tokenCount = Math.floor(plot.width * pixelRatio) - 40
    const rows = [0, 1, 2].map(() => Array.from({ length: tokenCount }, (_, token) => token % 5))
    await showTensor(page, { title: 'narrow', values: rows })
    await page.mouse.move(2, 2)
    const { x, y, width, height } = await settledPlot(page)
    const figure = await boxOf(page.getByTestId('figure'))
    const png = decodePng(await page.screenshot())
    const row = Math.round((figure.y + y + height / 2) * pixelRatio)
    const left = Math.round((figure.x + x) * pixelRatio)
    const colors = Array.from({ length: Math.round(width * pixelRatio) }, (_, pixel) =>
      png.color(left + pixel, row),
    )
    const changes = colors.filter((color, pixel) => pixel === 0 || color !== colors[pixel - 1])
    expect(changes).toHaveLength(tokenCount)
    expect(new Set(changes).size).toBe(5)
  })
})

test('2,000 bins are shapes on the screen too', async ({ openPage }) => {
  const page = await openPage()
  const row = Array.from({ length: 200 }, (_cell, token) => token)
  await showTensor(page, { title: 'few', values: Array.from({ length: 10 }, () => row) })
  expect(await page.getByTestId('cells').locator('rect[data-layer]').count()).toBe(2000)
})

describe('when the figure of a file is painted', () => {
  test('nothing is there yet that adds to it, and all of it follows', async ({ openPage }) => {
    const page = await openPage()
    const histogram = page.getByRole('img', { name: /^Histogram/ })
    const description = page.getByTestId('figure').locator('desc')
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await expect.poll(() => histogram.getAttribute('aria-label')).toContain('from -0.04')
    await expect.poll(() => description.textContent()).toContain('Key observations')
    await page.evaluate(notePainted)
    await openTensor(page, { name: 'wide.json', text: JSON.stringify(wide) })
    await expect.poll(() => histogram.getAttribute('aria-label')).toContain('from -0.99')
    await expect.poll(() => description.textContent()).toContain('Key observations')
    await page.getByTestId('overview').locator('image').waitFor()
    await page.getByRole('button', { name: 'Findings', exact: true }).click()
    await page.locator('.findings li').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset['painted'])).toBe(
      JSON.stringify({ title: 'wide', histogram: '-0.04', strips: 0, findings: 0, isLong: false }),
    )
  })

  test('it has its place and its size, whatever follows', async ({ openPage }) => {
    const page = await openPage()
    await page.locator('.findings li').first().waitFor()
    await page.evaluate(noteSizes)
    await openTensor(page, { name: 'wide.json', text: JSON.stringify(wide) })
    await page.getByTestId('overview').locator('image').waitFor()
    await expect
      .poll(() => page.getByTestId('figure').locator('desc').textContent())
      .toMatch(/1,024 past tokens(.|\n)*Key observations/)
    const sizes = await page.evaluate(() => document.documentElement.dataset['sizes'] ?? '')
    expect(sizes.split(' ')).toHaveLength(1)
  })
})

const wide = { title: 'wide', values: values(1024) }

/** Runs in the page: keeps what is there when the page says that the next figure is painted. */
function notePainted(): void {
  const mark = performance.mark.bind(performance)
  performance.mark = (name, options) => {
    if (name === 'figure:painted') {
      const label = document.querySelector('.domain-track svg')?.getAttribute('aria-label') ?? ''
      document.documentElement.dataset['painted'] = JSON.stringify({
        title: document.querySelector('[data-testid=figure]')?.getAttribute('aria-label'),
        histogram: /from (\S+)/.exec(label)?.[1],
        strips: document.querySelectorAll('[data-testid=overview] image').length,
        findings: document.querySelectorAll('.findings li').length,
        isLong: document.querySelector('desc')?.textContent.includes('Key observations'),
      })
    }
    return mark(name, options)
  }
}

/** Runs in the page: keeps every place and size that the next figure has. */
function noteSizes(): void {
  const sizes = new Set<string>()
  const note = (): void => {
    const figure = document.querySelector('[data-testid=figure]')
    if (figure?.getAttribute('aria-label') !== 'wide') return
    const { x, y, width, height } = figure.getBoundingClientRect()
    sizes.add([x, y, width, height].join())
    document.documentElement.dataset['sizes'] = [...sizes].join(' ')
  }
  new MutationObserver(note).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
  })
}
