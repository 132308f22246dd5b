import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { inAxesMenu } from './harness/axesMenu'
import { cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { exportFile } from './harness/exportFile'
import { test } from './harness/pageTest'
import { showFile } from './harness/showFile'
import { showTensor } from './harness/showTensor'

const features = {
  title: 'Feature use by head',
  axes: { query: 'Prompt', row: 'Head', column: 'Feature' },
  queries: ['Plain', 'Long'],
  tokens: ['subject noun', 'past tense', 'open quote'],
  values: [
    [
      [0.1, 0.2, 0.3],
      [0.2, 0.3, 0.4],
      [0.3, 0.4, 0.5],
      [0.4, 0.5, 0.6],
    ],
    [[0.5, 0.6, 0.7]],
  ],
}

/** Words of layers, tokens and what only these have. */
const FOREIGN = /\b(?:layers?|(?<!open )tokens?|quer(?:y|ies)|depth|distance|back|nearest)\b/i

/** The lines of the page below its header, whose tabs have the names of files. */
async function linesOf(page: Page): Promise<readonly string[]> {
  const parts = await page.locator('.toolbar, main, footer').allInnerTexts()
  return parts.flatMap((text) => text.split('\n'))
}

describe('the page of a tensor of heads and features', () => {
  test('names these in the figure, the readout, the toolbar and the panels', async ({
    openPage,
  }) => {
    const page = await openPage()
    await showTensor(page, features)
    await cellOf(page, 1, 1).hover()
    await expectReadout(page, 'head 1 · feature 1 "past tense" · 0.3')
    await expect.poll(() => page.locator('.tooltip').textContent()).toContain('head 1 · feature 1')
    expect(await page.getByRole('combobox', { name: 'Prompt' }).count()).toBe(1)
    expect(await page.getByRole('searchbox', { name: 'Go to feature' }).count()).toBe(1)
    await inAxesMenu(page, async () => {
      expect(await page.getByRole('group', { name: 'Heads' }).count()).toBe(1)
    })
    await page.getByRole('button', { name: 'Settings' }).click()
    expect(await page.getByLabel('Order of features').count()).toBe(1)
    const settings = await linesOf(page)
    await page.getByRole('button', { name: 'Findings', exact: true }).click()
    await page.getByRole('heading', { name: 'Extreme heads and features' }).waitFor()
    const lines = [...settings, ...(await linesOf(page))]
    expect(lines.filter((line) => FOREIGN.test(line))).toStrictEqual([])
  })

  test('reopens with its names from JSON and from CSV', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, features)
    const json = String((await exportFile(page, 'JSON')).bytes)
    expect(JSON.parse(json)).toMatchObject({ axes: features.axes })
    const csv = String((await exportFile(page, 'CSV')).bytes)
    expect(csv.split('\r\n')[0]).toBe('Prompt,Head,Feature_index,Feature,distance,value')
    await showFile(page, { name: 'again.csv', text: csv }, 'Plain • again')
    await cellOf(page, 1, 1).hover()
    await expectReadout(page, 'head 1 · feature 1 "past tense" · 0.3')
  })
})
