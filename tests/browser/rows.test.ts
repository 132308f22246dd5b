import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { chooseAxes } from './harness/axesMenu'
import { command } from './harness/commandBar'
import { expectReadout } from './harness/expectReadout'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { findAxeViolations } from './harness/findAxeViolations'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

const title = 'List recall, five lists • Past Cosine-Sim'

async function openRows(page: Page): Promise<void> {
  await figureName(page)
  await openTensor(page, fixturePath('canonical/five-lists.json'))
  await expect.poll(() => figureName(page)).toBe(title)
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'Queries as rows' }).click()
  await expectLayer(page, 0)
}

/** Waits until the cells of the figure, and the slider, are those of a layer. */
async function expectLayer(page: Page, layer: number): Promise<void> {
  const cells = page.getByTestId('cells').locator('rect')
  const shown = (): Promise<readonly (string | null)[]> =>
    cells.evaluateAll((all) => [...new Set(all.map((cell) => cell.getAttribute('data-layer')))])
  await expect.poll(shown).toEqual([String(layer)])
  await expect
    .poll(() => page.getByRole('slider', { name: 'Layer' }).getAttribute('aria-valuetext'))
    .toBe(`Layer ${layer} of 12`)
}

test('queries are rows at the layer of a slider, which keys move', async ({ openPage }) => {
  const page = await openPage()
  await openRows(page)
  expect(await findAxeViolations(page)).toEqual([])
  const figure = page.getByTestId('figure')
  const before = await figure.boundingBox()
  const slider = page.getByRole('slider', { name: 'Layer' })
  await slider.focus()
  await slider.press('End')
  await expectLayer(page, 11)
  for (const layer of [10, 9, 8]) {
    // oxlint-disable-next-line no-await-in-loop -- a hand presses one key after the other
    await slider.press('ArrowLeft')
    // oxlint-disable-next-line no-await-in-loop -- each step shows its layer
    await expectLayer(page, layer)
  }
  expect(await figure.boundingBox()).toEqual(before)
  // The cell of the fourth query, six tokens back, with the value that the figure of this query has.
  await page.locator('[data-query="3"][data-token="19"]').click()
  await expectReadout(page, 'layer 8 · Meta Token #4 · token 19 ":" (6 back) · -0.1646845042705536')
  // The pinned token stays pinned in the next layer, and is that of its query alone.
  await figure.focus()
  await page.keyboard.press('.')
  await expectLayer(page, 9)
  await page.mouse.move(0, 0)
  const pinned = 'layer 9 · Meta Token #4 · token 19 ":" (6 back) · -0.11161696165800095'
  await expectReadout(page, pinned)
  await chooseAxes(page, 'Layers')
  await expect.poll(() => page.getByRole('combobox', { name: 'Meta token' }).inputValue()).toBe('3')
  await expectReadout(page, pinned.replace('Meta Token #4 · ', ''))
})

test.for(['SVG', 'PNG', 'PDF', 'HTML'] as const)(
  'a %s of queries as rows opens as it was, with its pinned cell',
  async (kind, { openPage }) => {
    const page = await openPage()
    await openRows(page)
    await page.getByRole('button', { name: 'Next layer' }).click()
    await expectLayer(page, 1)
    await page.locator('[data-query="5"][data-token="40"]').click()
    const readout = 'layer 1 · Meta Token #6 · token 40'
    await expect.poll(() => page.getByTestId('readout').textContent()).toContain(readout)
    const file = await exportFile(page, kind)
    expect(file.name).toBe(`five-lists_layer-1.${kind.toLowerCase()}`)
    const again = await openPage()
    await figureName(again)
    await openTensor(again, { name: file.name, text: file.bytes })
    await expectLayer(again, 1)
    await expect.poll(() => again.getByTestId('readout').textContent()).toContain(readout)
  },
)

test('a link holds queries as rows with their layer, and panels replace them', async ({
  openPage,
}) => {
  const page = await openPage({
    hash: 'data=sample:list-recall&rows=query&layer=8&query=1&cell=8,3',
  })
  await figureName(page)
  await expectLayer(page, 8)
  await expect
    .poll(() => page.getByTestId('readout').textContent())
    .toMatch(/^layer 8 · Meta Token #2 · token 3 /)
  await command(page, 'next layer')
  await expect.poll(() => new URL(page.url()).hash).toMatch(/rows=query.*layer=9.*cell=9,3/)
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('button', { name: 'All queries' }).click()
  await expect.poll(() => page.getByTestId('cells').count()).toBeGreaterThan(1)
  expect(await page.getByRole('slider', { name: 'Layer' }).count()).toBe(0)
  await expect.poll(() => new URL(page.url()).hash).not.toContain('rows=')
})
