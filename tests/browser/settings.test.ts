import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { bottomOf, boxOf, cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { findAxeViolations } from './harness/findAxeViolations'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'
import { focusedControl, tabTo } from './harness/tabStops'

/** With a panel beside it the figure has room for values in its cells. */
const wide = { viewport: { width: 1600, height: 900 } } as const

function panelOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Settings' })
}

async function openPanel(page: Page): Promise<void> {
  await figureName(page)
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await panelOf(page).waitFor()
}

/** Texts that are written into the cells, in the order of the figure. */
function valuesOf(page: Page): Promise<string[]> {
  return page.getByTestId('values').locator('text').allTextContents()
}

const pieces = {
  title: 'pieces',
  tokens: ['<|endoftext|>', 'Ġthe', 'æĹ', '¥', 'Ċ'],
  values: [[0.9, 0.1, 0.2, 0.3, 0.4]],
}

test('the panel is opened, used and closed without a pointer', async ({ openPage }) => {
  const page = await openPage(wide)
  const keys = page.keyboard
  await figureName(page)
  await tabTo(page, 'button "Settings"')
  await keys.press('Enter')
  await panelOf(page).waitFor()
  await tabTo(page, 'combobox "Values"')
  await keys.press('ArrowDown')
  await expect.poll(() => valuesOf(page)).toContain('0.028')

  await keys.press('Shift+Tab')
  expect(await focusedControl(page)).toBe('button "Reset Values"')
  await keys.press('Enter')
  await expect.poll(() => page.getByTestId('values').count()).toBe(0)
  await expect.poll(() => focusedControl(page)).toBe('combobox "Values"')

  await keys.press('Escape')
  await panelOf(page).waitFor({ state: 'detached' })
  await expect.poll(() => focusedControl(page)).toBe('button "Settings"')
})

test('the panel covers nothing of the figure', async ({ openPage }) => {
  const page = await openPage(wide)
  const figure = page.getByTestId('figure')
  await openPanel(page)
  const left = async (): Promise<number> => (await boxOf(panelOf(page))).x
  const right = async (): Promise<number> => {
    const { x, width } = await boxOf(figure)
    return x + width
  }
  await expect.poll(async () => (await right()) <= (await left())).toBe(true)
})

test('on a phone the panel is a sheet, and the page scrolls beside it', async ({ openPage }) => {
  const page = await openPage({ viewport: { width: 360, height: 740 } })
  await openPanel(page)
  await expect.poll(async () => (await boxOf(panelOf(page))).height).toBeLessThan(370)
  const footer = page.getByRole('contentinfo')
  await expect
    .poll(
      async () => Math.round(await bottomOf(panelOf(page))) - Math.round((await boxOf(footer)).y),
    )
    .toBe(0)
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect
    .poll(async () => (await boxOf(panelOf(page))).y - (await bottomOf(page.getByTestId('figure'))))
    .toBeGreaterThanOrEqual(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('axe finds nothing in the open panel', async ({ openPage }) => {
  const page = await openPage({ ...wide, context: { reducedMotion: 'reduce' } })
  await openPanel(page)
  await page.getByRole('combobox', { name: 'Values' }).selectOption('2 digits')
  await page.getByRole('combobox', { name: 'Special tokens' }).selectOption('Dimmed')
  await page.getByRole('button', { name: 'Paste settings' }).click()
  expect(await findAxeViolations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await findAxeViolations(page)).toEqual([])
})

describe('what is chosen', () => {
  test('is kept for the next file, and over a reload', async ({ openPage }) => {
    const page = await openPage(wide)
    await openPanel(page)
    await page.getByRole('combobox', { name: 'Values' }).selectOption('3 digits')
    await showTensor(page, { title: 'next', values: [[0.12345, 0.9]] })
    await expect.poll(() => valuesOf(page)).toEqual(['0.123', '0.900'])

    await page.goto(page.url().replace(/#.*/u, ''))
    await page.reload()
    await expect.poll(() => valuesOf(page)).toContain('0.0283')
  })

  test('is weaker than what the file says', async ({ openPage }) => {
    const page = await openPage(wide)
    await openPanel(page)
    await page.getByRole('combobox', { name: 'Values' }).selectOption('3 digits')
    await showTensor(page, { title: 'own', values: [[0.12345, 0.9]], view: { digits: 2 } })
    await expect.poll(() => valuesOf(page)).toEqual(['0.12', '0.90'])
  })

  test('holds where the page may not keep anything', async ({ openPage }) => {
    const page = await openPage({ ...wide, isFresh: true })
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('no storage', 'SecurityError')
        },
      })
    })
    await page.reload()
    await openPanel(page)
    await page.getByRole('combobox', { name: 'Values' }).selectOption('2 digits')
    await expect.poll(() => valuesOf(page)).toContain('0.028')
  })

  test('is pasted as JSON, and what is wrong with it is told', async ({ openPage }) => {
    const page = await openPage(wide)
    await openPanel(page)
    await page.getByRole('button', { name: 'Paste settings' }).click()
    const text = '{"digits": 2, "special": "dim", "layers": "sideways"}'
    await page.getByRole('textbox', { name: 'Settings as JSON' }).fill(text)
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(() => valuesOf(page)).toContain('0.028')
    await page.locator('text', { hasText: 'Special tokens are dimmed.' }).waitFor()
    await page.getByText('The pasted text has layers = "sideways"').waitFor()
  })
})

describe('the pieces of a tokenizer', () => {
  test('are read on the axis, in the readout and by the search', async ({ openPage }) => {
    const page = await openPage(wide)
    await figureName(page)
    await showTensor(page, pieces)
    const texts = await page.getByTestId('figure').locator('text').allTextContents()
    expect(texts).toEqual(expect.arrayContaining(['<|endoftext|>', '␣the', '日', '⋯', '↵']))
    await cellOf(page, 0, 2).hover()
    await expectReadout(page, 'layer 0 · token 2 "日" (3 back) · 0.2')
    await page.getByText('given æĹ, bytes e6 97').waitFor()
    await page.getByRole('searchbox', { name: 'Go to token' }).fill(' the')
    await expectReadout(page, 'layer 0 · token 1 "␣the" (4 back) · 0.1')
  })

  test('are shown as given where that is chosen', async ({ openPage }) => {
    const page = await openPage(wide)
    await openPanel(page)
    await showTensor(page, pieces)
    await page.getByRole('combobox', { name: 'Token texts' }).selectOption('As given')
    await page.getByTestId('figure').getByText('Ġthe', { exact: true }).waitFor()
  })
})
