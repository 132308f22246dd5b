import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { decodePng } from './harness/decodePng'
import { exportFile } from './harness/exportFile'
import { drag, zoomIn } from './harness/gestures'
import { noise } from './harness/noise'
import { plotIn, plotInWindow, rowColors, screenPlot, settledPlot } from './harness/plotPicture'
import { sharedPageTest } from './harness/sharedPageTest'
import { countOf, expectColumns, shownColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

const layerCount = 6
const values = Array.from({ length: layerCount }, (_row, layer) =>
  Array.from({ length: 8192 }, (_cell, token) => noise(layer, token)),
)

const test = sharedPageTest(async (page) => {
  // With the figure as wide as the window.
  await page.getByRole('button', { name: 'Close findings' }).click()
  await showTensor(page, { title: 'zoomed', values })
})

describe('the picture of a zoomed figure', () => {
  test('after a gesture is the one that an export of the visible part has, pixel by pixel', async ({
    page,
  }) => {
    const zoomed = await zoomIn(page, 333)
    const { x, y, width } = await plotInWindow(page)
    await drag(page, { x: x + 600, y: y + 30 }, -53)
    // The first steps of the drag may be shown before the last.
    const moved = (53 / width) * countOf(zoomed)
    await expect
      .poll(async () => Math.abs((await shownColumns(page)).first - zoomed.first - moved))
      .toBeLessThanOrEqual(2)
    const dragged = await shownColumns(page)
    await page.mouse.wheel(0, -77)
    await expect
      .poll(async () => countOf(await shownColumns(page)))
      .toBeLessThan(countOf(dragged) - 2)
    await page.mouse.move(2, 2)
    const plot = await settledPlot(page)
    const { bytes } = await exportFile(page, 'PNG', { scale: '1×', columns: 'Visible' })
    const screen = await screenPlot(page)
    const exported = plotIn(decodePng(bytes), plot, 1)
    for (let layer = 0; layer < layerCount; layer++) {
      const row = ((layer + 0.5) / layerCount) * plot.height
      expect(rowColors(screen, row)).toEqual(rowColors(exported, row))
    }
  })

  test('does not shimmer: panning by whole bins moves the same values', async ({ page }) => {
    // 4 cells a bin, and Shift with an arrow moves a quarter of the window.
    const span = 4096
    const x = [1024, 1024 + span - 1]
    await showTensor(page, { title: `window of ${span}`, values, view: { x } })
    await page.mouse.move(2, 2)
    await expectColumns(page, 1024, 1024 + span - 1)
    const before = await binColors(page, span / 4)
    await page.getByTestId('figure').press('Shift+ArrowRight')
    await expectColumns(page, 2048, 2048 + span - 1)
    await page.mouse.move(2, 2)
    const after = await binColors(page, span / 4)
    expect(new Set(before).size).toBeGreaterThan(50)
    expect(after.slice(0, -256)).toEqual(before.slice(256))
    expect(before.slice(0, 256)).not.toEqual(after.slice(0, 256))
  })
})

/** The color in the middle of each bin of a row. */
async function binColors(page: Page, binCount: number): Promise<string[]> {
  const picture = await screenPlot(page)
  return Array.from({ length: binCount }, (_bin, k) =>
    picture.color(((k + 0.5) / binCount) * picture.width, picture.height / 2),
  )
}
