import { interpolateViridis } from 'd3-scale-chromatic'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inAxesMenu } from './harness/axesMenu'
import { cellOf } from './harness/cellOf'
import { colorAreas, colorDifference } from './harness/colorAreas'
import { decodePng } from './harness/decodePng'
import { exportFile } from './harness/exportFile'
import { expectReadout } from './harness/expectReadout'
import { needle, needleFile } from './harness/needleTensor'
import {
  plotIn,
  plotInWindow,
  screenPlot,
  settledPlot,
  type PlotPicture,
} from './harness/plotPicture'
import { sharedPageTest } from './harness/sharedPageTest'
import { showFile } from './harness/showFile'
import { expectColumns } from './harness/shownColumns'

const { layerCount, tokenCount, hot, cold } = needle
const yellow = interpolateViridis(1)
/** The axis runs from the nearest token. */
const hotColumn = tokenCount - 1 - hot.token

const test = sharedPageTest((page) => showFile(page, needleFile(), needle.title))

describe('one hot cell of 1.5 million', () => {
  test('is one column of its color on a desk, just where it must be', async ({ page }) => {
    const picture = await screenPlot(page)
    expectHotCell(picture)
    await caption(page, typicalCaption(picture))
  })

  test.for([1, 2] as const)(
    'is one column of its color in a PNG at scale %i',
    async (scale, { page }) => {
      const plot = await settledPlot(page)
      const { bytes } = await exportFile(page, 'PNG', { scale: `${scale}×` })
      const picture = plotIn(decodePng(bytes), plot, scale)
      expectHotCell(picture)
    },
  )

  test('is read under the pointer, with the tokens that it stands for', async ({ page }) => {
    const plot = await plotInWindow(page)
    const { left, right, top } = expectedPixels(plot)
    await page.mouse.move(plot.x + (left + right) / 2, plot.y + top + 5)
    const scope = scopeOf('stands out among', plot.width)
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toContain(`layer 7 · token 77777 (53295 back) · 0.04 · ${scope}, with a mean of `)
  })

  test('is what the jump to the highest cell lands on, as a single cell', async ({ page }) => {
    await page.getByRole('button', { name: 'Jump to highest' }).click()
    await expectReadout(page, 'layer 7 · token 77777 (53295 back) · 0.04')
    await expect.poll(() => cellOf(page, hot.layer, hot.token).getAttribute('fill')).toBe(yellow)
    await cellOf(page, hot.layer, hot.token - 1).waitFor()
    await caption(page, 'Every cell in view is drawn by itself.')
  })

  test('is not what the jump to the lowest cell lands on', async ({ page }) => {
    await page.getByRole('button', { name: 'Jump to lowest' }).click()
    await expectReadout(page, `layer 2 · token 100001 (31071 back) · ${cold.value}`)
    await cellOf(page, cold.layer, cold.token).waitFor()
    expect(await cellOf(page, hot.layer, hot.token).count()).toBe(0)
  })

  test('is lost in the mean, shown by the greatest, hidden by the least', async ({ page }) => {
    const { left, right, top } = expectedPixels(await settledPlot(page))
    for (const [choice, words, isSeen] of [
      ['mean', 'mean of', false],
      ['max', 'greatest of', true],
      ['min', 'least of', false],
      ['extreme', 'most extreme of', true],
    ] as const) {
      /* oxlint-disable no-await-in-loop -- one page: it shows one choice after the other */
      await inAxesMenu(page, () =>
        page.getByLabel('When cells share a pixel, show').selectOption(choice),
      )
      await page
        .getByTestId('figure')
        .getByText(`tokens, ${words.replace(' of', '')} shown.`)
        .waitFor()
      const plot = await plotInWindow(page)
      // The caption may be there before the picture.
      await expect.poll(async () => colorAreas(await screenPlot(page)).has(yellow)).toBe(isSeen)
      await page.mouse.move(plot.x + (left + right) / 2, plot.y + top + 5)
      const readout = page.getByTestId('readout')
      await expect.poll(() => readout.textContent()).toContain(scopeOf(words, plot.width))
      const read = ((await readout.textContent()) ?? '').replaceAll('−', '-')
      const value = /· (-?[\d.e-]+) ·/.exec(read)?.[1]
      expect(value === '0.04').toBe(isSeen)
      expect(Math.abs(Number(value))).toBeLessThan(isSeen ? 0.041 : 0.0011)
      await page.mouse.move(2, 2)
      /* oxlint-enable no-await-in-loop */
    }
  })

  test('is one column of its color on a phone', async ({ page }) => {
    // On a phone they would be a sheet over the lower half.
    await page.getByRole('button', { name: 'Close findings' }).click()
    await page.setViewportSize({ width: 400, height: 800 })
    await expect.poll(async () => (await settledPlot(page)).width).toBeLessThan(400)
    const picture = await screenPlot(page)
    expectHotCell(picture)
    // It was the last choice above.
    await caption(page, `1 column = ${cellsPerColumn(picture)} tokens, most extreme shown.`)
    await expectColumns(page, 1, tokenCount)
  })
})

interface Pixels {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

type Size = Pick<PlotPicture, 'width' | 'height'>

function cellsPerColumn({ width }: Pick<Size, 'width'>): number {
  return Math.ceil(tokenCount / width)
}

/** Where the bin of the hot cell must be, ends exclusive: whole cells from the left, whole pixels. */
function expectedPixels({ width, height }: Size): Pixels {
  const perColumn = cellsPerColumn({ width })
  const bin = Math.floor(hotColumn / perColumn)
  const xOf = (column: number): number => Math.round((column / tokenCount) * width)
  const yOf = (layer: number): number => height - Math.round((layer / layerCount) * height)
  return {
    left: xOf(bin * perColumn),
    right: xOf((bin + 1) * perColumn),
    top: yOf(hot.layer + 1),
    bottom: yOf(hot.layer),
  }
}

/** The hot cell's color is where it must be, all over and nowhere else, and no other is like it. */
function expectHotCell(picture: PlotPicture): void {
  const { left, right, top, bottom } = expectedPixels(picture)
  const count = (right - left) * (bottom - top)
  const areas = colorAreas(picture)
  expect(areas.get(yellow)).toEqual({ count, left, right, top, bottom })
  const others = [...areas.keys()].filter((color) => color !== yellow)
  const nearest = Math.min(...others.map((color) => colorDifference(color, yellow)))
  expect(nearest).toBeGreaterThan(200)
}

/** What the readout says of the hot cell's bin. */
function scopeOf(words: string, width: number): string {
  const perColumn = cellsPerColumn({ width })
  const firstColumn = Math.floor(hotColumn / perColumn) * perColumn
  const last = tokenCount - 1 - firstColumn
  return `${words} tokens ${last - perColumn + 1} to ${last}`
}

function typicalCaption(picture: Pick<Size, 'width'>): string {
  return `1 column = ${cellsPerColumn(picture)} tokens: their mean, or the one cell that stands out (1 does).`
}

async function caption(page: Page, text: string): Promise<void> {
  await page.getByTestId('figure').getByText(text, { exact: true }).waitFor()
}
