import { describe, expect } from 'vitest'
import { figureName } from './harness/figureName'
import { keepFile } from './harness/keepFile'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

/** Most elements of the page. One for each layer or query would be many times more. */
const MOST_ELEMENTS = 5000

function keep(name: string, lines: Iterable<string>): string {
  return keepFile({ name, bytes: Buffer.from([...lines].join('\n')) })
}

function* csvLines(rowCount: number, columnCount: number): Generator<string> {
  yield Array.from({ length: columnCount }, (_, column) => `c${column}`).join(',')
  for (let row = 0; row < rowCount; row++) {
    yield Array.from({ length: columnCount }, (_, column) => ((row * column) % 97) / 97).join(',')
  }
}

describe('a table with very many rows', () => {
  test('is drawn, answers at once, and offers to be transposed', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    await openTensor(page, keep('tall.csv', csvLines(131_072, 12)))
    await expect.poll(() => figureName(page)).toBe('tall')
    expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS)
    await page.getByRole('button', { name: 'Transpose' }).click()
    await page
      .getByTestId('figure')
      .getByText('12 layers by 131,072')
      .first()
      .waitFor({ state: 'attached' })
    expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS)
  })

  test('of a million rows of one value is drawn', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    const lines = ['[', Array.from({ length: 1_000_000 }, (_, i) => `[0.${i % 97}]`).join(), ']']
    await openTensor(page, keep('column.json', lines))
    await expect.poll(() => figureName(page)).toBe('column')
    await page.getByRole('button', { name: 'Transpose' }).waitFor()
    expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS)
  })
})

test('a hundred thousand queries are drawn, without an element for each', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  const lines = [
    '[',
    Array.from({ length: 100_000 }, (_, i) => `[[0.${i % 97},1],[0,1]]`).join(),
    ']',
  ]
  await openTensor(page, keep('queries.json', lines))
  await expect.poll(() => figureName(page)).toContain('queries')
  expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS)
})
