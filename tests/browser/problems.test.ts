import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { dropFiles } from './harness/dropFiles'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { sharedPageTest } from './harness/sharedPageTest'
import { showTensor } from './harness/showTensor'

/** A file that is no tensor, and what the page must say of it: what is wrong, where, what to do. */
const problems: readonly (readonly [file: string, ...sentences: string[]])[] = [
  ['not-json.txt', '“hello” is not a value', 'line 1, column 1', 'Correct the file'],
  ['empty.json', 'The file is empty.', 'Open a file with a tensor in it.'],
  ['white-space.json', 'nothing but white space', 'Open a file with a tensor in it.'],
  ['cut-off.json', 'ends too early', 'line 2, column 10', 'It looks cut off'],
  ['number-for-array.json', 'values[0][1] is a number (0.3)', 'line 2, column 3', 'nested'],
  ['text-in-row.json', 'values[1][1][1] is text ("x")', 'line 3, column 10', 'without quotes'],
  ['more-than-tokens.json', 'values[1] has 3 values', 'has 2 past tokens', 'line 3, column 3'],
  ['no-values.json', 'holds no values at all', 'values', 'line 1, column 12'],
  ['no-key.json', 'no key "values"', 'Its keys are "title"', 'Put the similarities into'],
  ['python-text.json', '“None”', 'line 1, column 8', 'json.dump'],
  [
    'picture.png',
    'is a PNG picture without a tensor in it',
    'open the data that it was drawn from',
  ],
  [
    'picture.svg',
    'is an SVG picture without a tensor in it',
    'open the data that it was drawn from',
  ],
]

const test = sharedPageTest(figureName, {
  context: { permissions: ['clipboard-read', 'clipboard-write'] },
})

describe('a file that is no tensor', () => {
  test.for(problems)(
    '%s is told with its place and a way out; the figure stays, the next file opens',
    async ([file, ...sentences], { page }) => {
      const title = await figureName(page)
      const cells = await cellColors(page)
      await openTensor(page, fixturePath(`problems/${file}`))
      const message = await messageOf(page)
      expect(message).toContain(`${file} was not opened.`)
      for (const sentence of sentences) expect(message).toContain(sentence)
      expect(await figureName(page)).toBe(title)
      expect(await cellColors(page)).toBe(cells)
      await showTensor(page, { title: `after ${file}`, values: [[0.5, 1]] })
      expect(await page.getByText('was not opened').count()).toBe(0)
    },
  )

  test('may be a folder', async ({ page }) => {
    const title = await figureName(page)
    await dropFiles(page, [fixturePath('problems/folder')])
    expect(await messageOf(page)).toContain('it is a folder, or')
    expect(await figureName(page)).toBe(title)
    await dropFiles(page, [fixturePath('opens/one-cell.json')])
    await expect.poll(() => figureName(page)).toBe('one-cell')
  })

  test('may have been pasted', async ({ page }) => {
    const title = await figureName(page)
    await page.evaluate(copyGreeting)
    await page.keyboard.press('ControlOrMeta+V')
    expect(await messageOf(page)).toContain('pasted text was not opened.')
    expect(await figureName(page)).toBe(title)
  })

  test('is forgotten once it is dismissed', async ({ page }) => {
    await openTensor(page, fixturePath('problems/cut-off.json'))
    await messageOf(page)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByText('was not opened').waitFor({ state: 'detached' })
  })
})

/** Waits for the alert. */
async function messageOf(page: Page): Promise<string> {
  const alert = page.getByRole('alert').filter({ hasText: 'was not opened' })
  await alert.waitFor()
  return alert.innerText()
}

/** The colors of all cells, in their order. */
function cellColors(page: Page): Promise<string> {
  const cells = page.getByTestId('cells').locator('rect')
  return cells.evaluateAll((rects) => rects.map((rect) => rect.getAttribute('fill')).join(' '))
}

/** Runs in the page. */
function copyGreeting(): Promise<void> {
  return navigator.clipboard.writeText('good morning')
}
