import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { noise } from './harness/noise'
import { sharedPageTest } from './harness/sharedPageTest'
import { showTensor } from './harness/showTensor'

const test = sharedPageTest(async () => {})

function fileOf(layerCount: number, tokenCount: number): { title: string; values: unknown } {
  return {
    title: `${layerCount} × ${tokenCount}`,
    values: Array.from({ length: layerCount }, (_layer, layer) =>
      Array.from({ length: tokenCount }, (_token, token) => noise(layer, token)),
    ),
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const FIGURE = '[data-testid="figure"]'
const CELLS = '[data-testid="cells"]'

/** The place of the first element that matches. */
async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).first().boundingBox()
  return box ?? { x: 0, y: 0, width: 0, height: 0 }
}

/** The share of the frame's area that the figure takes. */
async function shareOf(page: Page): Promise<number> {
  const [figure, frame] = [await boxOf(page, FIGURE), await boxOf(page, '.frame-place')]
  return (figure.width * figure.height) / (frame.width * frame.height)
}

/** The height of the first label of a layer. */
async function labelHeight(page: Page): Promise<number> {
  return (await boxOf(page, `${FIGURE} text[text-anchor="end"]`)).height
}

/** How much wider or narrower the overview is than the cells. */
async function overviewError(page: Page): Promise<number> {
  const [overview, cells] = [
    await boxOf(page, '[data-testid="overview"]'),
    await boxOf(page, CELLS),
  ]
  return overview.width === 0 ? Infinity : Math.abs(overview.width - cells.width)
}

describe('a window of 2560 × 1440', () => {
  test.for([
    [12, 5],
    [5, 5],
  ] as const)(
    'is filled by half with %i layers and %i tokens',
    async ([layers, tokens], { page }) => {
      await page.setViewportSize({ width: 2560, height: 1440 })
      await showTensor(page, fileOf(layers, tokens), 'small.json')
      await expect.poll(() => shareOf(page)).toBeGreaterThan(0.5)
    },
  )

  test('has larger texts, and its cells where the pointer reads them', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await showTensor(page, fileOf(12, 400), 'wide.json')
    const label = await labelHeight(page)
    await page.setViewportSize({ width: 2560, height: 1440 })
    await expect.poll(() => labelHeight(page)).toBeGreaterThan(label * 1.1)
    await expect.poll(() => overviewError(page)).toBeLessThan(2)
    const box = await boxOf(page, CELLS)
    await page.mouse.move(box.x + box.width - 2, box.y + 2)
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toContain('layer 11 · token 399 ')
  })
})
