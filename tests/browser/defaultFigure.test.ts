import { describe, expect } from 'vitest'
import { figureName } from './harness/figureName'
import { test } from './harness/pageTest'

describe.each(['served', 'file'] as const)('the page as it opens, %s', (from) => {
  test('shows the default figure complete, with a cell for each value', async ({ openPage }) => {
    const page = await openPage({ from })
    expect(await figureName(page)).toBe('Meta Token #2 • Past Cosine-Sim (Padded)')
    const cells = page.getByTestId('cells').locator('rect[data-layer][data-token]')
    expect(await cells.count()).toBe(12 * 15)
    const texts = await page.getByTestId('figure').locator('text').allTextContents()
    expect(texts).toContain('Layer')
    expect(texts).toContain('cosine similarity')
    expect(texts.join('\n')).toMatch(/^Token past of Meta Token #2 \(distance 1 … 15 →\)$/m)
    for (const layer of ['0', '11']) expect(texts).toContain(layer)
    for (const token of ['iers', 'PAUSE_', 'F']) expect(texts).toContain(token)
    const ticks = await page.getByTestId('figure').locator('line + text').allTextContents()
    expect(ticks).toEqual(['−0.04', '−0.02', '0', '+0.02', '+0.04'])
  })

  test('marks when a tensor was received, then when its figure was painted', async ({
    openPage,
  }) => {
    const page = await openPage({ from })
    await expect.poll(() => page.evaluate(markNames)).toContain('figure:painted')
    expect(await page.evaluate(markNames)).toEqual(['tensor:received', 'figure:painted'])
  })

  test('names the figure and describes it in sentences made from the numbers', async ({
    openPage,
  }) => {
    const page = await openPage({ from })
    const figure = page.getByTestId('figure')
    const id = (await figure.getAttribute('aria-describedby')) ?? ''
    const description = await page.locator(`[id="${id}"]`).textContent()
    expect(description).toContain('12 layers by 15 past tokens')
    expect(description).toContain('The highest cell is layer 0, token 12 "level" (3 back), 0.04')
  })

  test('says that nothing is uploaded, and takes several files at once', async ({ openPage }) => {
    const page = await openPage({ from })
    await page.getByText('Nothing is uploaded').waitFor()
    const input = page.getByLabel('Open tensor')
    expect(await input.getAttribute('type')).toBe('file')
    expect(await input.getAttribute('multiple')).not.toBeNull()
  })
})

/** Runs in the page. */
function markNames(): string[] {
  return performance.getEntriesByType('mark').map(({ name }) => name)
}
