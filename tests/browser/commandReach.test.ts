import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { actions } from '../../src/app/commands/actions'
import { keyList } from '../../src/app/commands/keyList'
import { settingKeys, settings } from '../../src/tensor/settings/settings'
import { command, openBar, options } from './harness/commandBar'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'
import { twoQueries } from './harness/twoQueries'

/**
 * Controls that open what commands reach directly, without a phrase, and controls whose command has another name.
 */
const REACHED: readonly (readonly [control: RegExp, phrase: string | undefined])[] = [
  [
    /^(?:Skip to the figure|Commands|Samples|Export|Compare|Axes: .*|Previous hit|Next hit)$/,
    undefined,
  ],
  [/^(?:Edit|Restore|Reset|Search|Width of the panel)/, undefined],
  [/^Next meta token$/, 'next query'],
  [/^Close findings$/, 'hide findings'],
  [/^Close /, 'close tensor'],
  [/^Findings$/, 'findings'],
]

test('every control of the page has a command, as the keyboard reaches it', async ({
  openPage,
}) => {
  const page = await openPage()
  await showTensor(page, { ...twoQueries, title: 'reach' }, 'reach.json')
  const buttons = page.locator('.header button, .toolbar button:not(:disabled), .header label')
  const names = await buttons.evaluateAll((elements) =>
    elements.map(
      (element) => element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
    ),
  )
  const phrases = names.flatMap((name) => {
    const known = REACHED.find(([control]) => control.test(name))
    return known === undefined ? [name] : (known[1] ?? [])
  })
  for (const menu of ['Samples', 'Compare', 'Export']) {
    /* oxlint-disable no-await-in-loop -- one menu is open at a time */
    const button = page.getByRole('button', { name: menu, exact: true })
    await button.click()
    const items = page
      .locator('.menu-panel')
      .locator('.menu-item button, .copy-row button, .export-options :is(legend, .check)')
    phrases.push(
      ...(await items.evaluateAll((all) =>
        all.map((item) => item.getAttribute('aria-label') ?? item.textContent ?? ''),
      )),
    )
    await button.click()
    /* oxlint-enable no-await-in-loop */
  }
  await command(page, 'show settings')
  const set = page.locator('.setting > label, .settings-transfer button')
  phrases.push(...(await set.allTextContents()))
  expect(phrases.length).toBeGreaterThan(50)
  await expectFound(page, phrases)
  await page.keyboard.press('Escape')
  await command(page, 'one column')
  await page.getByRole('region', { name: 'Paper' }).waitFor()
  await expectFound(page, await page.locator('.paper-strip .segment').allTextContents())
})

/** Expects that the command bar has each control among the commands that its words find. */
async function expectFound(page: Page, phrases: readonly string[]): Promise<void> {
  const field = await openBar(page)
  for (const phrase of phrases) {
    /* oxlint-disable no-await-in-loop -- one field: it holds a phrase at a time */
    await field.fill(phrase)
    const words = phrase
      .replace(/…$/, '')
      .split(/\W+/u)
      .filter((word) => word.length > 2)
    await expect
      .poll(() => options(page).allTextContents(), { message: phrase })
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(new RegExp(words.map((word) => `(?=.*${word})`).join(''), 'iu')),
        ]),
      )
    /* oxlint-enable no-await-in-loop */
  }
}

test('every action and every setting of the tables is in the bar, and every key in the help', async ({
  openPage,
}) => {
  const page = await openPage()
  await showTensor(page, { ...twoQueries, title: 'both' })
  const field = await openBar(page)
  const offered = actions.filter(
    ({ name }) =>
      !/[Uu]npin|End the flick|cell alone|whole figure|Sequence|Axes of|messages|Previous query|(?:Next|Previous) layer/.test(
        name,
      ),
  )
  const shown = settingKeys.filter(
    (key) =>
      'section' in settings[key] &&
      !/^(?:align_to|hidden_size|fade|threshold|pivot|query_lines|.*_lines|paper_height|unit|font_size|dpi)$/.test(
        key,
      ),
  )
  for (const name of [
    ...offered.map((action) => action.name),
    ...shown.map((key) => settings[key].name),
  ]) {
    /* oxlint-disable no-await-in-loop -- one field: it holds a phrase at a time */
    await field.fill(name)
    await expect
      .poll(() => options(page).allTextContents(), { message: name })
      .toEqual(expect.arrayContaining([expect.stringContaining(name.replace(/…$/, ''))]))
    /* oxlint-enable no-await-in-loop */
  }
  await field.press('Escape')
  await page.getByTestId('figure').press('?')
  const help = page.getByRole('dialog', { name: 'Reading the figure' })
  expect(await help.locator('kbd').allTextContents()).toEqual(keyList.map(([keys]) => keys))
})
