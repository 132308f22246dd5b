import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { command, openBar, options } from './harness/commandBar'
import { figureName } from './harness/figureName'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'
import { focusedControl } from './harness/tabStops'
import { twoQueries } from './harness/twoQueries'
import { watchText } from './harness/watchText'

function shownQuery(page: Page): Promise<string> {
  return page.getByRole('combobox', { name: 'Meta token' }).inputValue()
}

describe('the command bar', () => {
  test('opens by its key or its button, and gives the focus back', async ({ openPage }) => {
    const page = await openPage()
    const figure = page.getByTestId('figure')
    await figure.focus()
    const field = await openBar(page)
    expect(await focusedControl(page)).toBe('combobox "Command"')
    await field.press('Escape')
    await field.waitFor({ state: 'detached' })
    expect(await focusedControl(page)).toMatch(/^application/)
    await page.getByRole('button', { name: 'Commands', exact: true }).click()
    await field.waitFor()
    await page.mouse.click(5, 700)
    await field.waitFor({ state: 'detached' })
  })

  test('Enter goes to a token that is still searched for', async ({ openPage }) => {
    const page = await openPage()
    const tokens = Array.from({ length: 1 << 18 }, (_, k) => (k === 200_000 ? 'über' : `ä${k}`))
    await showTensor(page, { title: 'many', tokens, values: [tokens.map((_, k) => k)] })
    const field = await openBar(page)
    await field.evaluate(async (input) => {
      const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
      value?.set?.call(input, 'token über')
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      // React draws what was typed before the next task, in which the search goes on.
      await Promise.resolve()
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    })
    await expect.poll(() => page.getByTestId('readout').innerText()).toContain('über')
    expect(await field.count()).toBe(0)
  })

  test('stays away while another dialog is open', async ({ openPage }) => {
    const page = await openPage()
    await page.getByTestId('figure').press('?')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  test('follows the arrow keys, and says which command Enter does', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    const field = await openBar(page, 'colormap')
    await field.press('ArrowUp')
    await field.press('ArrowDown')
    await field.press('ArrowDown')
    const second = options(page).nth(1)
    expect(await second.getAttribute('aria-selected')).toBe('true')
    expect(await field.getAttribute('aria-activedescendant')).toBe(await second.getAttribute('id'))
    await field.fill('xyzzy')
    await page.getByText('Nothing has these words.').waitFor()
    await field.press('Enter')
    expect(await field.isVisible()).toBe(true)
  })

  test('does the common tasks by a phrase', async ({ openPage }) => {
    const page = await openPage({ context: { permissions: ['clipboard-read', 'clipboard-write'] } })
    await showTensor(page, { ...twoQueries, title: 'two' }, 'two.json')
    await command(page, 'next query')
    await expect.poll(() => shownQuery(page)).toBe('1')
    await command(page, 'symmetric')
    await command(page, 'colormap vik')
    await command(page, 'values in cells')
    await command(page, 'cluster tokens')
    await command(page, 'transform token mean')
    await expect
      .poll(() => page.evaluate(() => location.hash))
      .toMatch(
        /(?=.*domain=symmetric)(?=.*colormap=vik)(?=.*digits=2)(?=.*order=cluster)(?=.*transform=token-mean)/,
      )
    await command(page, 'reset all')
    await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('colormap')
    const [png] = await Promise.all([page.waitForEvent('download'), command(page, 'save png')])
    expect(png.suggestedFilename()).toMatch(/\.png$/)
    const isCopied = await watchText(page, 'Link copied.')
    await command(page, 'copy link')
    await isCopied()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#')
    await command(page, 'one column')
    await page.getByRole('region', { name: 'Paper' }).waitFor()
    const [pdf] = await Promise.all([page.waitForEvent('download'), command(page, 'pdf')])
    expect(pdf.suggestedFilename()).toMatch(/column.*\.pdf$/)
  })

  test('reads a layer and a token by their names', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...twoQueries, title: 'places' })
    await command(page, 'token pear')
    await expect.poll(() => page.getByTestId('readout').textContent()).toMatch(/token 1 "pear"/)
    await command(page, 'layer 76')
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toMatch(/^layer 76 · token 1 "pear"/)
    const announced = page.getByTestId('announcement')
    await expect.poll(() => announced.textContent()).toMatch(/^tensor\.json/)
    await command(page, 'layers 70–75')
    await expect.poll(() => announced.textContent()).toBe('layer 70 to 75 in view')
    await openBar(page, 'plum')
    await expect
      .poll(() => options(page).allTextContents())
      .toEqual(['Go to token “plum” (0)', 'Go to token “plum” (3)'])
  })

  test('goes to tokens as the search does: in the pinned layer, or else to the most extreme cell', async ({
    openPage,
  }) => {
    const page = await openPage()
    await showTensor(page, {
      tokens: ['plum', 'pear', 'fig'],
      values: [[1, 2, 9].map((value, layer) => [layer, value, -value])],
      title: 'extremes',
    })
    const readout = page.getByTestId('readout')
    const search = page.getByRole('searchbox', { name: 'Go to token' })
    await page.getByTestId('figure').press('Control+Home')
    await expect.poll(() => readout.textContent()).toMatch(/^layer 2 · token 0/)
    await command(page, 'layer 0')
    await expect.poll(() => readout.textContent()).toMatch(/^layer 0 · token 0/)
    await command(page, 'token pear')
    await expect.poll(() => readout.textContent()).toMatch(/^layer 2 · token 1 "pear".* 9$/)
    await command(page, 'layer 1')
    await expect.poll(() => readout.textContent()).toMatch(/^layer 1 · token 1/)
    await page.getByTestId('figure').press('Enter')
    await page.getByTestId('mark').waitFor()
    await command(page, 'token fig')
    await expect.poll(() => readout.textContent()).toMatch(/^layer 1 · token 2 "fig"/)
    await search.fill('plum')
    await expect.poll(() => readout.textContent()).toMatch(/^layer 1 · token 0 "plum"/)
  })

  test('zooms, sets how files are saved, and applies settings that are pasted', async ({
    openPage,
  }) => {
    const page = await openPage({ context: { permissions: ['clipboard-read', 'clipboard-write'] } })
    const values = [Array.from({ length: 300 }, (_cell, token) => Math.sin(token))]
    await showTensor(page, { title: 'more', values })
    await command(page, 'zoom in')
    await page.getByRole('button', { name: 'Fit', exact: true }).waitFor()
    await command(page, 'png scale 3')
    await page.getByRole('button', { name: 'Export' }).click()
    const scales = page.getByRole('group', { name: 'PNG scale' })
    await expect.poll(() => scales.getByRole('radio', { name: '3×' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Export' }).click()
    await command(page, 'colormap vik')
    await command(page, 'copy settings')
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(clipboard).toContain('"colormap": "vik"')
    const copied = await clipboard()
    await command(page, 'reset all')
    const hash = (): Promise<string> => page.evaluate(() => location.hash)
    await expect.poll(hash).not.toContain('colormap')
    await command(page, copied)
    await expect.poll(hash).toContain('colormap=vik')
    await command(page, 'one column')
    await command(page, '1:1')
    await expect.poll(() => page.getByRole('radio', { name: '1:1' }).isChecked()).toBe(true)
  })

  test('takes values: a length, ends, a number and a text', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...twoQueries, title: 'typed' })
    await command(page, '3.25 in')
    await expect.poll(() => page.getByTestId('paper-size').textContent()).toMatch(/^82\.[56]/)
    await command(page, 'text size 9')
    await command(page, 'range −0.5 to 0.25')
    await command(page, 'query 2')
    await expect.poll(() => shownQuery(page)).toBe('1')
    await command(page, 'title…')
    const field = page.getByRole('combobox', { name: 'Command', exact: true })
    expect(await field.inputValue()).toBe('Title: ')
    await field.fill('Title: My own')
    await field.press('Enter')
    await expect.poll(() => figureName(page)).toContain('My own')
    await expect
      .poll(() => page.evaluate(() => decodeURIComponent(location.hash)))
      .toMatch(/(?=.*domain=\[?-0\.5,0\.25)(?=.*paper_width=82\.55)(?=.*font_size=9)/)
  })

  test('leads to open tensors and to samples', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...twoQueries, title: 'tabs' }, 'tabs.json')
    await command(page, 'meta-token-2 tab')
    await expect
      .poll(() => page.getByRole('tab', { selected: true }).textContent())
      .toBe('meta-token-2')
    await command(page, 'needle')
    await expect
      .poll(() => page.getByRole('tab', { selected: true }).textContent())
      .toBe('stress 12 × 4,096')
  })
})
