import { describe, expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { test } from './harness/pageTest'
import { watchText } from './harness/watchText'
import { showTensor } from './harness/showTensor'

const grid = {
  title: 'walk',
  values: [
    Array.from({ length: 8 }, (_row, layer) => [0, 1, 2, 3].map((token) => layer + token / 8)),
  ],
  tokens: [['a', 'b', 'c', 'd']],
}

/** Key and where it leads: layer and token, in order of position with layer 0 at the bottom. */
const walk: readonly (readonly [key: string, layer: number, token: number])[] = [
  ['ArrowRight', 0, 0],
  ['ArrowRight', 0, 1],
  ['ArrowUp', 1, 1],
  ['ArrowLeft', 1, 0],
  ['ArrowLeft', 1, 0],
  ['ArrowDown', 0, 0],
  ['ArrowDown', 0, 0],
  ['End', 0, 3],
  ['Home', 0, 0],
  ['PageUp', 5, 0],
  ['PageUp', 7, 0],
  ['PageDown', 2, 0],
  ['Control+End', 0, 3],
  ['Control+Home', 7, 0],
  ['Control+ArrowRight', 7, 3],
  ['Control+ArrowDown', 0, 3],
]

describe('the keyboard', () => {
  test('reaches the figure with Tab, as one stop', async ({ openPage }) => {
    const page = await openPage()
    const figure = page.getByTestId('figure')
    await figure.waitFor()
    const stops: (string | null)[] = []
    for (let k = 0; k < 60 && stops.at(-2) !== 'figure'; k++) {
      /* oxlint-disable no-await-in-loop -- one focus: it moves a stop at a time */
      await page.keyboard.press('Tab')
      stops.push(await page.evaluate(focusedTestId))
      /* oxlint-enable no-await-in-loop */
    }
    expect(stops.filter((stop) => stop === 'figure')).toHaveLength(1)
  })

  test('walks over the cells, and the readout follows', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, grid)
    await page.getByTestId('figure').focus()
    for (const [key, layer, token] of walk) {
      /* oxlint-disable no-await-in-loop -- one focus: it moves a cell at a time */
      await page.keyboard.press(key)
      const place = `layer ${layer} · token ${token} "${'abcd'[token]}" (${4 - token} back)`
      await expectReadout(page, `${place} · ${layer + token / 8}`)
      /* oxlint-enable no-await-in-loop */
    }
  })

  test('pins a cell with Enter and lets go of it with Escape', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, grid)
    const marks = page.getByTestId('mark')
    await page.getByTestId('figure').focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await marks.waitFor()
    await page.keyboard.press('ArrowLeft')
    await expectReadout(page, 'layer 0 · token 2 "c" (2 back) · 0.25')
    await page.mouse.move(2, 2)
    await page.getByTestId('figure').blur()
    expect(await marks.count()).toBe(1)
    await page.getByTestId('figure').focus()
    await page.keyboard.press('Escape')
    await marks.waitFor({ state: 'detached' })
    await expectReadout(page, '')
  })

  test('goes to the last cell with End, the first time too', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, grid)
    await page.getByTestId('figure').press('End')
    await expectReadout(page, 'layer 0 · token 3 "d" (1 back) · 0.375')
  })

  test('acts by single characters only while the figure has the focus', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'wide', values: [[Array.from({ length: 200 }, Math.sin)]] })
    const figure = page.getByTestId('figure')
    await figure.press('+')
    const fit = page.getByRole('button', { name: 'Fit', exact: true })
    await fit.waitFor()
    await page.getByRole('button', { name: 'Edit title' }).focus()
    await page.keyboard.press('?')
    await page.keyboard.press('0')
    await figure.press('ArrowRight')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await fit.isVisible()).toBe(true)
  })

  test('goes through the most extreme cells with N, and back with Shift', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, grid)
    const figure = page.getByTestId('figure')
    const highest = 'layer 7 · token 3 "d" (1 back) · 7.375'
    const lowest = 'layer 0 · token 0 "a" (4 back) · 0'
    await figure.press('n')
    await expectReadout(page, highest)
    await figure.press('n')
    await expectReadout(page, lowest)
    await figure.press('Shift+N')
    await expectReadout(page, highest)
  })

  test('opens the list of keys with ?, closes it with Escape', async ({ openPage }) => {
    const page = await openPage()
    await page.getByTestId('figure').focus()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Reading the figure' })
    await help.waitFor()
    expect(await help.innerText()).toMatch(/PageUp[\s\S]+Ctrl \+ Home[\s\S]+Escape[\s\S]+Enter/)
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'hidden' })
  })

  test('scrolls all of the help, whose lines of code fit in its width', async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 320, height: 640 } })
    await page.getByTestId('figure').press('?')
    const help = page.getByRole('dialog', { name: 'Reading the figure' })
    await help.locator('summary').press('Enter')
    await help.locator('pre').first().waitFor()
    const hiddenWidths = await help
      .locator('pre')
      .evaluateAll((all) => all.map((each) => each.scrollWidth - each.clientWidth))
    expect(Math.max(...hiddenWidths)).toBeLessThanOrEqual(0)
    const isLastInView = (): Promise<boolean> =>
      help.locator('.version').evaluate((last) => {
        const { top, bottom } = last.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight
      })
    expect(await isLastInView()).toBe(false)
    await page.keyboard.press('End')
    await expect.poll(isLastInView).toBe(true)
  })
})

test('a click on the readout copies the exact value, by pointer and by keyboard', async ({
  openPage,
}) => {
  const page = await openPage({ context: { permissions: ['clipboard-read', 'clipboard-write'] } })
  await cellOf(page, 0, 12).hover()
  const isCopied = await watchText(page, 'Copied 0.04')
  await page.getByTestId('readout').getByRole('button').click()
  await isCopied()
  expect(await page.evaluate(clipboardText)).toBe('0.04')
  await cellOf(page, 0, 14).hover()
  await expectReadout(page, 'layer 0 · token 14 "iers" (1 back) · −0.0135')
  const isNextCopied = await watchText(page, 'Copied −0.0135')
  await page.getByTestId('readout').getByRole('button').press('Enter')
  await isNextCopied()
  expect(await page.evaluate(clipboardText)).toBe('-0.0135')
})

/** Runs in the page. */
function focusedTestId(): string | null {
  return document.activeElement?.getAttribute('data-testid') ?? null
}

/** Runs in the page. */
function clipboardText(): Promise<string> {
  return navigator.clipboard.readText()
}
