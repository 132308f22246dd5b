import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { fixturePath } from '../../browser/harness/fixturePath'
import { clickControl } from '../harness/controls'
import { test, type EngineName } from '../harness/engineTest'
import { cellOf, cellsOf, expectFigure, expectReadout, focusFigure } from '../harness/figure'

const published = 'Meta Token #2 • Past Cosine-Sim (Padded)'
const source = readFileSync(fixturePath('canonical/meta-token-2.json'), 'utf8')
const tensor = JSON.parse(source) as { readonly tokens: string[][]; readonly values: number[][][] }

/** What the readout says of a cell of the default figure. */
function readoutOf(layer: number, token: number): string {
  const text = tensor.tokens[0]?.[token]
  const value = tensor.values[0]?.[layer]?.[token]
  return `layer ${layer} · token ${token} "${text}" (${15 - token} back) · ${value}`
}

/** Tests what is read under the pointer, by keys and after a turn of the wheel. */
export function testReading(engine: EngineName): void {
  test('reads the cell under the pointer, to the pixel at its edges', async ({ open }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    for (const [layer, token] of [
      [0, 14],
      [11, 0],
      [6, 7],
    ] as const) {
      /* oxlint-disable no-await-in-loop -- one pointer */
      const { x, y, width, height } = await cellOf(page, layer, token)
      for (const [pointX, pointY] of [
        [x + 1, y + 1],
        [x + width - 1, y + height - 1],
      ] as const) {
        await page.moveTo(pointX, pointY)
        await expectReadout(page, readoutOf(layer, token))
      }
      /* oxlint-enable no-await-in-loop */
    }
  })

  test('walks over the cells by keys', async ({ open }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    await clickControl(page, 'Axes: distance')
    await clickControl(page, 'Position')
    await focusFigure(page)
    for (const [key, layer, token] of [
      ['ArrowRight', 0, 0],
      ['ArrowRight', 0, 1],
      ['ArrowUp', 1, 1],
      ['End', 1, 14],
      ['PageUp', 6, 14],
      ['Control+Home', 11, 0],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one focus
      await page.press(key)
      // oxlint-disable-next-line no-await-in-loop -- one focus
      await expectReadout(page, readoutOf(layer, token))
    }
  })

  test('zooms by the wheel about the pointer, and reads what is then under it', async ({
    open,
  }) => {
    const page = await open(engine)
    await expectFigure(page, published)
    const { x, y, width, height } = await cellOf(page, 6, 7)
    const [pointX, pointY] = [x + width / 2, y + height / 2] as const
    await page.wheel(pointX, pointY, -250)
    await expect.poll(async () => (await cellsOf(page)).length).toBeLessThan(12 * 15)
    await expectReadout(page, readoutOf(6, 7))
    const zoomed = await cellOf(page, 6, 7)
    expect(zoomed.x).toBeLessThan(pointX)
    expect(zoomed.x + zoomed.width).toBeGreaterThan(pointX)
    await focusFigure(page)
    await page.press('0')
    await expect.poll(async () => (await cellsOf(page)).length).toBe(12 * 15)
    await page.press('+')
    await expect.poll(async () => (await cellsOf(page)).length).toBeLessThan(12 * 15)
  })
}
