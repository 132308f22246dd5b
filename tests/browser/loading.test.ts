import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { boxOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { noise } from './harness/noise'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { plotInWindow } from './harness/plotPicture'
import { showFile } from './harness/showFile'

const layerCount = 50
const tokenCount = 100_000
let folder = ''
let largeFile = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simlens-'))
  largeFile = join(folder, 'large.json')
  await pipeline(Readable.from(largeTensor()), createWriteStream(largeFile))
})

afterAll(() => rm(folder, { recursive: true }))

function valueOf(layer: number, token: number): number {
  return 0.04 * noise(layer, token)
}

/** Rows of 2 MB each. */
function* largeTensor(): Generator<string> {
  yield '{"title": "large", "values": [['
  for (let layer = 0; layer < layerCount; layer++) {
    const row = Array.from({ length: tokenCount }, (_cell, token) => valueOf(layer, token))
    yield `${layer === 0 ? '' : ',\n'}[${row.join(',')}]`
  }
  yield ']]}'
}

test('a file of 100 MB can be cancelled, then opens whole, with a progress bar that is true', async ({
  openPage,
}) => {
  const page = await openPage()
  const title = await figureName(page)
  const progress = page.getByRole('progressbar')
  await page.evaluate(cancelUnderway)
  await openTensor(page, largeFile)
  await expect.poll(() => cancelledLabel(page)).toBe('Reading large.json')
  await progress.waitFor({ state: 'detached' })
  expect(await figureName(page)).toBe(title)
  expect(await page.getByText('was not opened').count()).toBe(0)
  await showFile(page, fixturePath('opens/one-cell.json'), 'one-cell')

  const { size } = await stat(largeFile)
  expect(size).toBeGreaterThan(1e8)
  await page.evaluate(watchProgress)
  await showFile(page, largeFile, 'large')
  const { values, max } = await seenProgress(page)
  expect(max).toBe(size)
  expect(new Set(values).size).toBeGreaterThan(2)
  expect(values).toEqual(values.toSorted((a, b) => a - b))
  expect(values.at(-1)).toBeLessThanOrEqual(size)
  await progress.waitFor({ state: 'detached' })

  // Not where the button that shows all again comes up.
  await page.mouse.move(2, 2)
  for (let k = 0; k < 10; k++) {
    const layer = Math.floor((0.5 + 0.5 * noise(k, 1)) * layerCount)
    const token = Math.floor((0.5 + 0.5 * noise(k, 2)) * tokenCount)
    // oxlint-disable-next-line no-await-in-loop -- one page and one pointer: the cells are read one after the other
    await expectCell(page, layer, token)
  }
})

/** Goes to the token, points at its cell in the layer, and reads it. */
async function expectCell(page: Page, layer: number, token: number): Promise<void> {
  await page.getByRole('searchbox', { name: 'Go to token' }).fill(String(token))
  const place = `token ${token} (${tokenCount - token} back)`
  await expect.poll(() => page.getByTestId('readout').textContent()).toContain(place)
  const plot = await plotInWindow(page)
  const box = await boxOf(page.locator('.crosshair-cell'))
  const y = plot.y + plot.height * (1 - (layer + 0.5) / layerCount)
  await page.mouse.move(box.x + box.width / 2, y)
  await expectReadout(page, `layer ${layer} · ${place} · ${valueOf(layer, token)}`)
}

/** Runs in the page, since a busy driver may come too late: presses Cancel once a part of the file is read. */
function cancelUnderway(): void {
  const observer = new MutationObserver(() => {
    const bar = document.querySelector('progress')
    if (bar === null || bar.value === 0) return
    observer.disconnect()
    document.body.dataset['cancelled'] = bar.ariaLabel ?? ''
    const buttons = Array.from(document.querySelectorAll('button'))
    buttons.find(({ textContent }) => textContent === 'Cancel')?.click()
  })
  const attributes = { attributes: true, attributeFilter: ['value'] }
  observer.observe(document.body, { subtree: true, childList: true, ...attributes })
}

/** The name of the progress bar when Cancel was pressed. */
function cancelledLabel(page: Page): Promise<string | null> {
  return page.locator('body').getAttribute('data-cancelled')
}

interface SeenProgress {
  readonly max: number
  readonly values: readonly number[]
}

/** Runs in the page: notes every value that the progress bar shows from now on. */
function watchProgress(): void {
  const values: number[] = []
  const observer = new MutationObserver(() => {
    const bar = document.querySelector('progress')
    if (bar === null || values.at(-1) === bar.value) return
    values.push(bar.value)
    document.body.dataset['progress'] = JSON.stringify({ max: bar.max, values })
  })
  const attributes = { attributes: true, attributeFilter: ['value'] }
  observer.observe(document.body, { subtree: true, childList: true, ...attributes })
}

async function seenProgress(page: Page): Promise<SeenProgress> {
  const text = await page.locator('body').getAttribute('data-progress')
  return JSON.parse(text ?? '{"max": 0, "values": []}') as SeenProgress
}
