import { interpolateViridis } from 'd3-scale-chromatic'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { boxOf, cellOf } from './harness/cellOf'
import { decodePng, type DecodedPng } from './harness/decodePng'
import { exportFile, type ExportChoice } from './harness/exportFile'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'

// The ends of the ramp, its middle, and two steps between, of 251.
const steps = [0, 31, 125, 200, 250] as const
const ramp = { title: 'ramp', values: [steps.map((step) => step / 250)] }

async function exportPng(page: Page, choice: ExportChoice): Promise<DecodedPng> {
  return decodePng((await exportFile(page, 'PNG', choice)).bytes)
}

describe('the exported PNG', () => {
  test.for([1, 2, 4] as const)(
    'has the size of the figure times %i, and the ramp in its pixels',
    async (scale, { openPage }) => {
      const page = await openPage()
      await showTensor(page, ramp)
      const figure = await boxOf(page.getByTestId('figure'))
      const png = await exportPng(page, { scale: `${scale}×` })
      expect([png.width, png.height]).toEqual([figure.width * scale, figure.height * scale])
      const colors = await Promise.all(
        steps.map(async (_step, token) => {
          const { x, y, width, height } = await boxOf(cellOf(page, 0, token))
          const pixel = [x - figure.x + width / 2, y - figure.y + height / 2] as const
          return colorAt(png, pixel[0] * scale, pixel[1] * scale)
        }),
      )
      expect(colors).toEqual(steps.map((step) => interpolateViridis(step / 250)))
    },
  )

  test('has no seams between its cells', async ({ openPage }) => {
    const page = await openPage()
    const values = Array.from({ length: 7 }, () => Array.from({ length: 31 }, () => 0.5))
    await showTensor(page, { title: 'even', values, view: { domain: [0, 1] } })
    const figure = await boxOf(page.getByTestId('figure'))
    const png = await exportPng(page, { scale: '1×' })
    const first = await boxOf(cellOf(page, 6, 0))
    const last = await boxOf(cellOf(page, 0, 30))
    const colors = new Set<string>()
    const right = last.x + last.width - figure.x
    const bottom = last.y + last.height - figure.y
    for (let y = first.y - figure.y; y < bottom; y++) {
      for (let x = first.x - figure.x; x < right; x++) colors.add(colorAt(png, x, y))
    }
    expect([...colors]).toEqual([interpolateViridis(0.5)])
  })

  test('has the background that was chosen', async ({ openPage }) => {
    const page = await openPage()
    await page.getByTestId('figure').waitFor()
    const corners = [
      await exportPng(page, { scale: '1×', background: 'White' }),
      await exportPng(page, { background: 'Dark' }),
      await exportPng(page, { background: 'None' }),
    ].map((png) => png.pixel(1, 1))
    expect(corners).toEqual([
      [255, 255, 255, 255],
      [0x11, 0x15, 0x1b, 255],
      [0, 0, 0, 0],
    ])
  })

  test('draws more cells than there are shapes for, each in its color', async ({ openPage }) => {
    const page = await openPage()
    const values = Array.from({ length: 90 }, (_row, layer) =>
      Array.from({ length: 100 }, (_cell, token) => (layer === 4 && token === 7 ? 1 : 0)),
    )
    await showTensor(page, { title: 'raster', values })
    expect(await page.getByTestId('cells').locator('image').count()).toBe(1)
    const png = await exportPng(page, { scale: '2×' })
    const hot = interpolateViridis(1)
    let count = 0
    for (let y = 0; y < png.height; y++) {
      for (let x = 0; x < png.width / 2; x++) if (colorAt(png, x, y) === hot) count++
    }
    const plot = await boxOf(page.getByTestId('cells').locator('image'))
    const cellArea = (4 * plot.width * plot.height) / 9000
    expect(count).toBeGreaterThan(0.8 * cellArea)
    expect(count).toBeLessThan(1.2 * cellArea)
  })

  test('is named for the tensor, safely', async ({ openPage }) => {
    const page = await openPage()
    const queries = ['Meta Token #1', '元标记']
    const values = [[[1]], [[2]]]
    await showTensor(page, { title: 'a/b: c', queries, values }, 'Été • "d"-step200.json')
    expect((await exportFile(page, 'PNG')).name).toBe('ete-d-step200_meta-token-1.png')
    await page.getByRole('combobox', { name: 'Meta token' }).selectOption({ index: 1 })
    await page.getByTestId('figure').getByText('Token past of 元标记').waitFor()
    expect((await exportFile(page, 'PNG')).name).toBe('ete-d-step200_query-2.png')
    await showTensor(page, { title: 'e', values: [[1]] }, 'あ.json')
    expect((await exportFile(page, 'PNG')).name).toBe('tensor.png')
  })
})

function colorAt({ color }: DecodedPng, x: number, y: number): string {
  return color(Math.floor(x), Math.floor(y))
}
