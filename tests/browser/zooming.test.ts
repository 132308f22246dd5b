import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { boxOf, cellOf } from './harness/cellOf'
import { drag, zoomIn } from './harness/gestures'
import { noise } from './harness/noise'
import { plotInWindow, settledPlot } from './harness/plotPicture'
import { sharedPageTest } from './harness/sharedPageTest'
import { changedColumns, countOf, expectColumns, shownColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

const layerCount = 6
const tokenCount = 8192
const values = Array.from({ length: layerCount }, (_row, layer) =>
  Array.from({ length: tokenCount }, (_cell, token) => noise(layer, token)),
)
const tokens = Array.from({ length: tokenCount }, (_token, k) => `w${k}`)

const test = sharedPageTest((page) => showTensor(page, { title: 'zoomed', tokens, values }))

describe('the wheel', () => {
  test('zooms in about the pointer, and out again to the whole', async ({ page }) => {
    const { x, y, width } = await plotInWindow(page)
    await page.mouse.move(x + 300, y + 20)
    await page.mouse.wheel(0, -1000)
    const near = await changedColumns(page, { first: 0, last: tokenCount - 1 })
    // The wheel's step of 100 is a factor of 2^0.2.
    expectNear(countOf(near), tokenCount / 4, 2)
    expectNear(near.first, (300 / width) * (tokenCount - countOf(near)), 2)
    await page.mouse.wheel(0, 2000)
    await expectColumns(page, 0, tokenCount - 1)
    await page.getByRole('button', { name: 'Fit' }).waitFor({ state: 'detached' })
  })

  test('zooms no further than a few columns, which are shapes with their labels', async ({
    page,
  }) => {
    const { x, y, width, height } = await plotInWindow(page)
    const labels = page.getByTestId('figure').getByText(/^w\d+$/)
    expect(await labels.count()).toBe(0)
    await page.mouse.move(x + 0.5 * width, y + 20)
    await page.mouse.wheel(0, -20_000)
    const shown = await changedColumns(page, { first: 0, last: tokenCount - 1 })
    expect(countOf(shown)).toBeLessThan(12)
    await settledPlot(page)
    const cells = page.getByTestId('cells').locator('rect[data-layer="5"]')
    expect(await cells.evaluateAll(tokensOf)).toEqual(
      Array.from({ length: countOf(shown) }, (_cell, k) => String(shown.first + k)),
    )
    // A column that is cut by the plot's edge may have its middle, and so its label, outside.
    const whole = Array.from(
      { length: countOf(shown) - 2 },
      (_label, k) => `w${shown.first + 1 + k}`,
    )
    expect(await labels.allTextContents()).toEqual(expect.arrayContaining(whole))
    const token = shown.first + 3
    await cellOf(page, 2, token).hover()
    const place = `layer 2 · token ${token} "w${token}" (${tokenCount - token} back)`
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toBe(`${place} · ${values[2]?.[token]}`.replace('· -', '· −'))
    expectNear((await boxOf(cellOf(page, 2, token))).height, height / layerCount, 1)
  })
})

describe('what is shown after a zoom', () => {
  test('moves with a drag, as far as the pointer', async ({ page }) => {
    const before = await zoomIn(page, 800)
    const { x, y, width } = await plotInWindow(page)
    await drag(page, { x: x + 600, y: y + 30 }, -200)
    // The first steps of the drag may be shown before the last.
    const moved = (200 / width) * countOf(before)
    await expect
      .poll(async () => Math.abs((await shownColumns(page)).first - before.first - moved))
      .toBeLessThanOrEqual(2)
    expectNear(countOf(await shownColumns(page)), countOf(before), 1)
    // A drag is no click: nothing is pinned.
    expect(await page.getByTestId('mark').count()).toBe(0)
  })

  test('ends at the ends of the axis, however far it is dragged', async ({ page }) => {
    const before = await zoomIn(page, 1500)
    const { x, y } = await plotInWindow(page)
    for (let k = 0; k < 5; k++) {
      // oxlint-disable-next-line no-await-in-loop -- one pointer: it drags again and again
      await drag(page, { x: x + 100, y: y + 30 }, 900)
    }
    await expect.poll(async () => (await shownColumns(page)).first).toBe(0)
    expectNear(countOf(await shownColumns(page)), countOf(before), 1)
  })

  test.for([
    ['a double click', (page: Page) => doubleClick(page)],
    ['the key 0', (page: Page) => pressInFigure(page, '0')],
    ['the button Fit', (page: Page) => page.getByRole('button', { name: 'Fit' }).click()],
  ] as const)('is the whole again after %s', async ([, fit], { page }) => {
    await zoomIn(page, 1000)
    await fit(page)
    await expectColumns(page, 0, tokenCount - 1)
    await page.getByRole('button', { name: 'Fit' }).waitFor({ state: 'detached' })
    expect(await page.getByTestId('mark').count()).toBe(0)
  })

  test('is zoomed and moved by keys too', async ({ page }) => {
    const whole = await shownColumns(page)
    await page.mouse.move(2, 2)
    await pressInFigure(page, 'Escape')
    await pressInFigure(page, '+')
    const half = await changedColumns(page, whole)
    expect(half).toEqual({ first: 2048, last: 6143 })
    await pressInFigure(page, '+')
    expect(await changedColumns(page, half)).toEqual({ first: 3072, last: 5119 })
    await pressInFigure(page, 'Shift+ArrowRight')
    await expectColumns(page, 3584, 5631)
    await pressInFigure(page, 'Shift+ArrowLeft')
    await expectColumns(page, 3072, 5119)
    await pressInFigure(page, '-')
    await expectColumns(page, 2048, 6143)
    await pressInFigure(page, '-')
    await expectColumns(page, 0, tokenCount - 1)
  })

  test('follows the focused cell out of the view', async ({ page }) => {
    await pressInFigure(page, 'Escape')
    await pressInFigure(page, 'ArrowRight')
    await zoomIn(page, 3000)
    await pressInFigure(page, 'End')
    await expect.poll(async () => (await shownColumns(page)).last).toBe(tokenCount - 1)
    await pressInFigure(page, 'Home')
    await expect.poll(async () => (await shownColumns(page)).first).toBe(0)
  })
})

async function doubleClick(page: Page): Promise<void> {
  const { x, y, width } = await plotInWindow(page)
  await page.mouse.dblclick(x + 0.5 * width, y + 40)
}

async function pressInFigure(page: Page, key: string): Promise<void> {
  await page.getByTestId('figure').press(key)
}

function expectNear(actual: number, expected: number, slack: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(slack)
}

/** Runs in the page. */
function tokensOf(elements: Element[]): (string | null)[] {
  return elements.map((element) => element.getAttribute('data-token'))
}
