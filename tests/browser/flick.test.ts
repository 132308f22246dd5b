import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { decodePng, type DecodedPng } from './harness/decodePng'
import { dropFiles } from './harness/dropFiles'
import { exportFile } from './harness/exportFile'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { settledPlot } from './harness/plotPicture'
import { showTensor } from './harness/showTensor'

const TOKENS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Two queries whose values differ a hundredfold. */
const two = {
  title: 'Before and after',
  queries: ['Before', 'After'],
  tokens: TOKENS,
  values: [0.01, 1].map((factor) =>
    Array.from({ length: 6 }, (_, layer) =>
      TOKENS.map((__, token) => factor * Math.sin(3 * layer + token)),
    ),
  ),
}

/** Waits for the figure of a query, and until nothing in it changes; returns its picture. */
async function pictureOf(page: Page, label: string): Promise<DecodedPng> {
  await expect.poll(() => page.getByTestId('figure').textContent()).toContain(`${label} · 6 layers`)
  await settledPlot(page)
  const picture = (): Promise<Buffer> => page.getByTestId('figure').screenshot()
  let last = await picture()
  const isStill = async (): Promise<boolean> => {
    const before = last
    last = await picture()
    return last.equals(before)
  }
  await expect.poll(isStill).toBe(true)
  return decodePng(last)
}

/** The edge on which the outline of the focus lies, in pixels. */
const EDGE = 14

/** The pixels of a picture without its edge. */
function inner(picture: DecodedPng): string {
  return part(picture, [EDGE, picture.width - EDGE], [EDGE, picture.height - EDGE])
}

/** The colors of a part of a picture, in one text. */
function part(
  { color }: DecodedPng,
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number],
): string {
  let text = ''
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) text += color(x, y)
  return text
}

test('flick swaps two queries by a key, and moves nothing but cells and title', async ({
  openPage,
}) => {
  const page = await openPage()
  await showTensor(page, { ...two, view: { axis: 'position' } })
  await page.getByTestId('figure').focus()
  await page.keyboard.press('x')
  const after = await pictureOf(page, 'After')
  await page.keyboard.press('x')
  const before = await pictureOf(page, 'Before')
  await page.keyboard.press('x')
  expect(inner(await pictureOf(page, 'After')) === inner(after)).toBe(true)
  await expect
    .poll(() => page.getByTestId('announcement').textContent())
    .toMatch(/query 2 of 2, After$/)

  const [a, b] = [before, after]
  const { x, y, width, height } = await settledPlot(page)
  const [right, bottom] = [x + width, y + height]
  const frame = [
    // The layers, the color bar, and the tokens.
    [
      [0, x],
      [y, bottom],
    ],
    [
      [right, a.width],
      [y, bottom],
    ],
    [
      [x, right],
      [bottom, bottom + 22],
    ],
  ] as const
  expect([b.width, b.height]).toEqual([a.width, a.height])
  for (const [columns, rows] of frame) {
    expect(part(a, columns, rows) === part(b, columns, rows)).toBe(true)
  }
  expect(part(a, [x, right], [y, bottom]) === part(b, [x, right], [y, bottom])).toBe(false)
})

test('flick keeps what is read, pinned and in view, and ends with Escape', async ({ openPage }) => {
  const page = await openPage()
  await showTensor(page, { ...two, title: 'Twice', view: { axis: 'position', domain: [-1, 1] } })
  await page.getByTestId('figure').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('+')
  await page.getByRole('button', { name: 'Fit' }).waitFor()
  const plot = await settledPlot(page)
  await page.keyboard.press('x')
  await expectReadout(page, `layer 0 · token 1 "b" (7 back) · ${Math.sin(1)}`)
  expect(await settledPlot(page)).toEqual(plot)
  await page.keyboard.press('x')
  await expectReadout(page, `layer 0 · token 1 "b" (7 back) · ${0.01 * Math.sin(1)}`)
  expect(await settledPlot(page)).toEqual(plot)
  // A picture of the part in view has this query alone; one of the whole figure opens with both.
  const seen = await exportFile(page, 'PNG')
  await page.getByTestId('figure').focus()
  await page.keyboard.press('0')
  await page.getByRole('button', { name: 'Fit' }).waitFor({ state: 'detached' })
  const { name, bytes } = await exportFile(page, 'PNG')
  await page.getByTestId('figure').focus()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Flick to the other' }).waitFor({ state: 'detached' })
  await openTensor(page, { name, text: bytes })
  await page.getByRole('button', { name: 'Flick to the other' }).waitFor()
  await openTensor(page, { name: seen.name, text: seen.bytes })
  await page.getByRole('button', { name: 'Flick to the other' }).waitFor({ state: 'detached' })
})

test('the key makes one tensor of two, even if it is pressed again meanwhile', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  const names = ['list-recall-step0', 'list-recall']
  await dropFiles(
    page,
    names.map((name) => fixturePath(`canonical/${name}.json`)),
  )
  await page.getByRole('button', { name: 'Combine these 2 files…' }).waitFor()
  const tabs = page.getByRole('tab')
  const count = await tabs.count()
  await page.getByTestId('figure').focus()
  await page.evaluate(() => {
    for (let press = 0; press < 2; press++) {
      const key = new KeyboardEvent('keydown', { key: 'x', bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(key)
    }
  })
  await page.getByRole('button', { name: 'Flick to the other' }).waitFor()
  // It is opened after all that was begun before.
  await openTensor(page, { name: 'last.json', text: '{"values": [[0.5, 1]]}' })
  await page.getByRole('tab', { name: 'last.json' }).waitFor()
  expect(await tabs.count()).toBe(count + 2)
})

test('the key of flick goes on where the menu began it', async ({ openPage }) => {
  const page = await openPage()
  await showTensor(page, { ...two, title: 'Once more', view: { axis: 'position' } })
  const text = (): Promise<string | null> => page.getByTestId('figure').textContent()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('button', { name: 'Flick', exact: true }).click()
  await expect.poll(text).toContain('After · 6 layers')
  await page.keyboard.press('x')
  await expect.poll(text).toContain('Before · 6 layers')
})

test('flick takes turns with the query of another tensor that was looked at before', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  const steps = ['list-recall-step0', 'list-recall-step200']
  await dropFiles(
    page,
    steps.map((name) => fixturePath(`canonical/${name}.json`)),
  )
  await page.getByRole('tab', { name: 'list-recall-step200.json' }).click()
  const tabs = page.getByRole('tab')
  const count = await tabs.count()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('button', { name: 'Flick' }).click()
  await expect.poll(() => tabs.count()).toBe(count + 1)
  const picker = page.getByRole('combobox', { name: 'Meta token' })
  await expect.poll(() => picker.locator('option').allTextContents()).toHaveLength(2)
  await expect.poll(() => picker.inputValue()).toBe('0')
  await page.getByTestId('figure').focus()
  await page.keyboard.press('x')
  await expect.poll(() => picker.inputValue()).toBe('1')
  await expect.poll(() => tabs.count()).toBe(count + 1)
})
