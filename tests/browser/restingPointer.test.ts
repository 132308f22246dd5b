import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { boxOf, cellOf } from './harness/cellOf'
import { zoomIn } from './harness/gestures'
import { noise } from './harness/noise'
import { test } from './harness/pageTest'
import { changedColumns, shownColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

const tokenCount = 2048
const values = Array.from({ length: 6 }, (_row, layer) =>
  Array.from({ length: tokenCount }, (_cell, token) => noise(layer, token)),
)
const tokens = Array.from({ length: tokenCount }, (_token, k) => `w${k}`)

test('no frame shows a view with the reading of another one', async ({ openPage }) => {
  const page = await openPage()
  await showTensor(page, { title: 'rested', tokens, values })
  await zoomIn(page, 1500)
  await page.getByTestId('figure').focus()
  await page.evaluate(noteFrames)
  for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft', '-']) {
    /* oxlint-disable no-await-in-loop -- one view after the other */
    const before = await shownColumns(page)
    await page.keyboard.press(key)
    await changedColumns(page, before)
    await page.evaluate(nextFrame)
    /* oxlint-enable no-await-in-loop */
  }
  const frames = await notedFrames(page)
  const views = new Set(frames.map(({ view }) => view))
  const readings = new Set(frames.map(({ view, tooltip }) => `${view} ${tooltip}`))
  expect(views.size).toBe(4)
  expect(readings.size).toBe(4)
  expect(new Set(frames.map(({ tooltip }) => tooltip)).size).toBeGreaterThanOrEqual(3)
})

test('what the page scrolls under the pointer is read, and its tooltip goes with it', async ({
  openPage,
}) => {
  const page = await openPage({ viewport: { width: 420, height: 640 } })
  const from = await boxOf(cellOf(page, 6, 7))
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  const tooltip = page.locator('.tooltip')
  await expect.poll(() => tooltip.textContent()).toContain('layer 6 · token 7 ')
  await page.evaluate((down) => window.scrollBy(0, down), 2 * from.height)
  await expect.poll(() => tooltip.textContent()).toContain('layer 4 · token 7 ')
  await expect.poll(() => page.getByTestId('readout').textContent()).toContain('layer 4 · token 7 ')
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await tooltip.waitFor({ state: 'detached' })
})

test('the tooltip of a cell that keys read scrolls with the cell', async ({ openPage }) => {
  const page = await openPage({ viewport: { width: 420, height: 640 } })
  await cellOf(page, 6, 7).waitFor()
  await page.getByTestId('figure').press('ArrowRight')
  const tooltip = page.locator('.tooltip')
  await tooltip.waitFor()
  const before = await boxOf(tooltip)
  await page.evaluate(() => window.scrollBy(0, 60))
  await expect.poll(async () => (await boxOf(tooltip)).y).toBeCloseTo(before.y - 60, 0)
})

/** Runs in the page: resolves in the next frame, in which the view is noted. */
function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(resolve)
  })
}

interface Frame {
  /** The axis title. */
  readonly view: string
  readonly tooltip: string
}

declare global {
  interface Window {
    notedFrames?: Frame[]
  }
}

/** Runs in the page: from now on notes every frame in which the view or the tooltip is another one. */
function noteFrames(): void {
  const frames: Frame[] = []
  window.notedFrames = frames
  const note = (): void => {
    const titles = document.querySelectorAll('[data-testid="figure"] text')
    const view = Array.from(titles, (title) => title.textContent).findLast((text) =>
      /\((?:distance|position) [\d,]+ … /.test(text),
    )
    const frame = {
      view: view ?? '',
      tooltip: document.querySelector('.tooltip')?.textContent ?? '',
    }
    const last = frames.at(-1)
    if (last?.view !== frame.view || last.tooltip !== frame.tooltip) frames.push(frame)
    requestAnimationFrame(note)
  }
  // The view before the first key counts too.
  note()
}

async function notedFrames(page: Page): Promise<Frame[]> {
  return page.evaluate(() => window.notedFrames ?? [])
}
