import { interpolateViridis } from 'd3-scale-chromatic'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { zoomIn } from './harness/gestures'
import { plotInWindow, screenPlot } from './harness/plotPicture'
import { sharedPageTest } from './harness/sharedPageTest'
import { showTensor } from './harness/showTensor'

const layerCount = 1000
const tokenCount = 50
const hot = interpolateViridis(1)

/** Neighboring layers are hot at different tokens, so that no bin holds two hot cells. */
function hotToken(layer: number): number {
  return (layer * 7) % tokenCount
}

const values = Array.from({ length: layerCount }, (_row, layer) =>
  Array.from({ length: tokenCount }, (_cell, token) => (token === hotToken(layer) ? 1 : 0)),
)

const test = sharedPageTest((page) => showTensor(page, { title: 'layers', values }))

describe('a thousand layers, more than there are pixels', () => {
  test('show the hot cell of each', async ({ page }) => {
    const picture = await screenPlot(page)
    const perRow = Math.ceil(layerCount / picture.height)
    expect(perRow).toBeGreaterThan(1)
    await page
      .getByTestId('figure')
      .getByText(`1 row = ${perRow} layers: their mean, or the one cell that stands out`)
      .waitFor()
    const rowCount = Math.ceil(layerCount / perRow)
    const isHot = (row: number, token: number): boolean => {
      const layers = Array.from({ length: perRow }, (_layer, k) => row * perRow + k)
      return layers.some((layer) => layer < layerCount && hotToken(layer) === token)
    }
    const wrong: string[] = []
    for (let row = 0; row < rowCount; row++) {
      // The middle of a row of bins, from the bottom; the last one has fewer layers.
      const end = Math.min((row + 1) * perRow, layerCount)
      const share = (row * perRow + end) / 2 / layerCount
      const y = Math.min(Math.floor((1 - share) * picture.height), picture.height - 1)
      for (let token = 0; token < tokenCount; token++) {
        const x = ((token + 0.5) / tokenCount) * picture.width
        if ((picture.color(x, y) === hot) !== isHot(row, token)) wrong.push(`${row},${token}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('are read with the layers that a row stands for', async ({ page }) => {
    const plot = await plotInWindow(page)
    const perRow = Math.ceil(layerCount / plot.height)
    const row = 20
    const layer = row * perRow + 1
    const token = hotToken(layer)
    await page.mouse.move(
      plot.x + ((token + 0.5) / tokenCount) * plot.width,
      plot.y + plot.height * (1 - ((row + 0.5) * perRow) / layerCount),
    )
    const scope = `stands out among layers ${row * perRow} to ${(row + 1) * perRow - 1}`
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toContain(`layer ${layer} · token ${token} (${tokenCount - token} back) · 1 · ${scope}`)
  })

  test('are zoomed with the tokens, to one row a layer with its label, and back', async ({
    page,
  }) => {
    const before = await layerLabels(page)
    expect(before[0]).toBe(0)
    await zoomIn(page, 3000)
    await page.getByTestId('figure').getByText('Every cell in view is drawn by itself.').waitFor()
    const after = await layerLabels(page)
    expect(after[0]).toBeGreaterThan(0)
    expect(after.at(-1)).toBeLessThan(layerCount - 1)
    const { x, y, width, height } = await plotInWindow(page)
    await page.mouse.move(x + width / 2, y + height / 2)
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toMatch(/^layer \d+ · token \d+ \(\d+ back\) · [01]$/)
    await page.mouse.dblclick(x + width / 2, y + height / 2)
    await expect.poll(() => layerLabels(page)).toEqual(before)
  })
})

/** The numbers beside the plot, from the lowest. */
async function layerLabels(page: Page): Promise<number[]> {
  const texts = await page
    .getByTestId('figure')
    .locator('text[text-anchor="end"]:not([transform])')
    .allTextContents()
  return texts.map(Number).toSorted((a, b) => a - b)
}
