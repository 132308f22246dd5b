import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inAxesMenu } from './harness/axesMenu'
import { boxOf, cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { exportFile } from './harness/exportFile'
import { findAxeViolations } from './harness/findAxeViolations'
import { figureName } from './harness/figureName'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'

async function choose(page: Page, name: string, label: string): Promise<void> {
  await page.getByRole('combobox', { name }).selectOption({ label })
}

async function openSettings(page: Page): Promise<void> {
  await figureName(page)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
}

function figureTexts(page: Page): Promise<readonly string[]> {
  return page.getByTestId('figure').locator('text').allTextContents()
}

/** Tokens of layer 0 from the left to the right. */
async function tokensShown(page: Page): Promise<readonly number[]> {
  const cells = await page
    .getByTestId('cells')
    .locator('rect[data-layer="0"]')
    .evaluateAll((rects) =>
      rects.map((rect) => [
        Number(rect.getAttribute('x')),
        Number(rect.getAttribute('data-token')),
      ]),
    )
  return cells.toSorted(([a = 0], [b = 0]) => a - b).map(([, token = -1]) => token)
}

describe('tokens ordered by their mean', () => {
  test('are named rightly by the readout, and one click leads back', async ({ openPage }) => {
    const page = await openPage()
    await openSettings(page)
    const sequence = await tokensShown(page)
    await choose(page, 'Order of tokens', 'Mean')
    await expect.poll(async () => (await tokensShown(page))[0]).toBe(12)
    expect(await tokensShown(page)).not.toEqual(sequence)
    expect((await figureTexts(page)).join(' ')).toContain('Tokens ordered by mean, highest first')
    const { x, y, width, height } = await boxOf(cellOf(page, 3, 12))
    await page.mouse.move(x + width / 2, y + height / 2)
    await expectReadout(page, 'layer 3 · token 12 "level" (3 back) · 0.0283')
    await page.mouse.click(x + width / 2, y + height / 2)
    await choose(page, 'Order of tokens', 'Value at layer 3')
    await expectReadout(page, 'layer 3 · token 12 "level" (3 back) · 0.0283')
    await inAxesMenu(page, () => page.getByRole('button', { name: 'Sequence order' }).click())
    await expect.poll(() => tokensShown(page)).toEqual(sequence)
    await page.getByRole('button', { name: 'Axes: distance' }).waitFor()
    expect((await figureTexts(page)).join(' ')).not.toContain('ordered')
  })
})

describe('tokens ordered by similarity', () => {
  test('have their tree in the figure, made in a worker where they are many', async ({
    openPage,
  }) => {
    const page = await openPage()
    const values = [1, 2, 3].map((layer) =>
      Array.from({ length: 300 }, (_, token) => Math.sin(layer * (token % 7)) + token / 1e4),
    )
    await showTensor(page, { title: 'many', values })
    await openSettings(page)
    await choose(page, 'Order of tokens', 'Similarity (cluster)')
    await expect.poll(() => page.getByTestId('dendrogram').count()).toBe(1)
    expect((await figureTexts(page)).join(' ')).toContain(
      'Tokens ordered by similarity (average linkage, 1 − r).',
    )
  })

  test('stay in sequence where the worker breaks, and the page says what failed', async ({
    openPage,
  }) => {
    const page = await openPage()
    const values = [1, 2, 3].map((layer) =>
      Array.from({ length: 300 }, (_, token) => Math.sin(layer * (token % 7)) + token / 1e4),
    )
    await showTensor(page, { title: 'many', values })
    await openSettings(page)
    await page.evaluate(() => {
      Object.defineProperty(Worker.prototype, 'postMessage', {
        value(this: Worker) {
          const message = 'it ran out of memory'
          this.dispatchEvent(new ErrorEvent('error', { message, cancelable: true }))
        },
      })
    })
    await choose(page, 'Order of tokens', 'Similarity (cluster)')
    await page
      .getByText('The order by similarity could not be computed: it ran out of memory.')
      .waitFor()
    expect(await page.getByTestId('dendrogram').count()).toBe(0)
    expect(await page.getByRole('progressbar', { name: 'Clustering' }).count()).toBe(0)
    expect(await figureName(page)).toContain('many')
  })

  test('that are too many stay in sequence, and the page says both numbers', async ({
    openPage,
  }) => {
    const page = await openPage()
    await showTensor(page, { title: 'long', values: [Array.from({ length: 1500 }, (_, k) => k)] })
    await openSettings(page)
    await choose(page, 'Order of tokens', 'Similarity (cluster)')
    await page
      .getByText(
        'Clustering takes up to 1,024 tokens, and here are 1,500: the tokens stay in sequence.',
      )
      .waitFor()
    expect(await page.getByTestId('dendrogram').count()).toBe(0)
  })
})

describe('profiles', () => {
  test('stand beside the cells, take lines, and are exported with the figure', async ({
    openPage,
  }) => {
    const page = await openPage()
    await openSettings(page)
    await page.getByRole('checkbox', { name: 'Profiles' }).check()
    await page.getByTestId('profile-layers').waitFor()
    const { x, y, width, height } = await boxOf(cellOf(page, 3, 12))
    await page.keyboard.down('Shift')
    await page.mouse.click(x + width / 2, y + height / 2)
    await page.keyboard.up('Shift')
    await page.getByRole('button', { name: 'Remove 12 level' }).waitFor()
    expect(await findAxeViolations(page)).toEqual([])
    const { bytes } = await exportFile(page, 'SVG')
    const svg = new TextDecoder().decode(bytes)
    expect(svg).toContain('data-testid="profile-tokens"')
    expect(svg).toContain('data-testid="profile-layers"')
    expect(svg).toContain('>12 level</text>')
    const table = await exportFile(page, 'Profiles')
    expect(table.name).toMatch(/\.profiles\.csv$/u)
    expect(new TextDecoder().decode(table.bytes)).toContain('token,12,level,12,')
    await page.getByRole('button', { name: 'Remove 12 level' }).click()
    await page.getByRole('checkbox', { name: 'Profiles' }).uncheck()
    await expect.poll(() => page.getByTestId('profile-layers').count()).toBe(0)
  })
})
