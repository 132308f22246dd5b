import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { chooseAxes } from './harness/axesMenu'
import { boxOf, cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { fixturePath, fixturesIn } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { sharedPageTest } from './harness/sharedPageTest'
import { showTensor } from './harness/showTensor'

interface CanonicalTexts {
  readonly title: string
  readonly tokens: readonly (readonly string[])[]
  readonly queries: readonly { readonly position: number }[]
  /** The numbers as they stand in the file, digit for digit. */
  readonly values: readonly (readonly (readonly string[])[])[]
}

const test = sharedPageTest(figureName)

describe.each(fixturesIn('canonical'))('%s', (file) => {
  test('reads as the numbers in the file, digit for digit, on both axes', async ({ page }) => {
    await showTensor(page, { title: 'another', values: [[0]] })
    const texts = textsOf(readFileSync(fixturePath(file), 'utf8'))
    await openTensor(page, fixturePath(file))
    await expect.poll(() => figureName(page), { interval: 10 }).toBe(texts.title)
    const lastQuery = texts.values.length - 1
    if (lastQuery > 0)
      await page.getByRole('combobox', { name: 'Meta token' }).selectOption({ index: lastQuery })
    for (const axis of ['Position', 'Distance']) {
      /* oxlint-disable no-await-in-loop -- one page and one pointer: the cells are read one after the other */
      await chooseAxes(page, axis)
      for (const cell of tenCells(texts, lastQuery)) await expectExact(page, cell)
      /* oxlint-enable no-await-in-loop */
    }
  })
})

interface CellText {
  readonly layer: number
  readonly token: number
  readonly text: string
  readonly distance: number
  readonly value: string
}

async function expectExact(page: Page, cell: CellText): Promise<void> {
  const { layer, token, text, distance, value } = cell
  const { x, y, width, height } = await boxOf(cellOf(page, layer, token))
  await page.mouse.move(x + width / 2, y + height / 2)
  await expectReadout(
    page,
    `layer ${layer} · token ${token} "${text}" (${distance} back) · ${value}`,
  )
}

function textsOf(json: string): CanonicalTexts {
  const start = json.indexOf('"values"')
  const quoted = json.slice(start).replace(/(?<=[[ ])-?\d[^\],]*/g, '"$&"')
  return JSON.parse(json.slice(0, start) + quoted) as CanonicalTexts
}

/** Of a query: its four corners, and six inside. */
function tenCells({ tokens, queries, values }: CanonicalTexts, query: number): CellText[] {
  const rows = values[query] ?? []
  const past = tokens[query] ?? []
  const top = rows.length - 1
  const last = past.length - 1
  const corners = [
    [0, 0],
    [0, last],
    [top, 0],
    [top, last],
  ] as const
  const inside = Array.from(
    { length: 6 },
    (_, k) => [(k * 5 + 1) % rows.length, (k * 7 + 2) % past.length] as const,
  )
  return [...corners, ...inside].map(([layer, token]) => ({
    layer,
    token,
    text: past[token] ?? '',
    distance: (queries[query]?.position ?? NaN) - token,
    value: rows[layer]?.[token] ?? '',
  }))
}
