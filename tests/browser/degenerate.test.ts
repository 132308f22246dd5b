import { describe, expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { sharedPageTest } from './harness/sharedPageTest'
import { showTensor } from './harness/showTensor'

const test = sharedPageTest(figureName)

describe('a tensor at the edge of what is one', () => {
  test('with one cell is drawn, read and has a color bar', async ({ page }) => {
    await showTensor(page, { title: 'one', values: [[0.5]] })
    await cellOf(page, 0, 0).hover()
    await expectReadout(page, 'layer 0 · token 0 (1 back) · 0.5')
    const figure = page.getByTestId('figure')
    expect(await figure.locator('linearGradient').count()).toBe(1)
    await figure.getByText('1 layer × 1 past token', { exact: true }).waitFor()
    await page.getByText('This figure has too few numbers for findings.').waitFor()
  })

  test('with missing values only has no color bar, and says so in the legend', async ({ page }) => {
    await showTensor(page, { title: 'missing', values: [[null, null]] })
    const figure = page.getByTestId('figure')
    expect(await figure.locator('linearGradient').count()).toBe(0)
    expect(await figure.getByText(/^missing: /).textContent()).toContain('2')
    await cellOf(page, 0, 1).hover()
    await expectReadout(page, 'layer 0 · token 1 (1 back) · missing')
  })

  test('with equal values only widens the colors around them, and says why', async ({ page }) => {
    await showTensor(page, { title: 'equal', values: [[0.3, 0.3]] })
    const figure = page.getByTestId('figure')
    expect(await figure.getByText(/because all finite values are 0\.3/).count()).toBe(1)
    expect(await figure.locator('line + text').count()).toBeGreaterThanOrEqual(5)
  })

  test('whose queries differ in their layers shows each with its own', async ({ page }) => {
    await showTensor(page, { title: 'layers', values: [[[1, 2]], [[1, 2], [3], [4, 5]]] })
    const cells = page.getByTestId('cells').locator('rect[data-layer]')
    expect(await cells.count()).toBe(2)
    await page.getByRole('combobox', { name: 'Meta token' }).selectOption({ index: 1 })
    await expect.poll(() => cells.count()).toBe(5)
  })

  test('with equal token texts has a column for each', async ({ page }) => {
    const tokens = ['a', ':', 'b', ':']
    await showTensor(page, { title: 'texts', tokens, values: [[0.1, 0.2, 0.3, 0.4]] })
    await cellOf(page, 0, 1).hover()
    await expectReadout(page, 'layer 0 · token 1 ":" (3 back) · 0.2')
    await cellOf(page, 0, 3).hover()
    await expectReadout(page, 'layer 0 · token 3 ":" (1 back) · 0.4')
  })
})
