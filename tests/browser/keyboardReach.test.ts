import type { JSHandle, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { command } from './harness/commandBar'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'
import { twoQueries } from './harness/twoQueries'

function press(name: string | RegExp): (page: Page) => Promise<void> {
  return (page) => page.getByRole('button', { name, exact: true }).press('Enter')
}

function compare(name: string): (page: Page) => Promise<void> {
  return async (page) => {
    await press('Compare')(page)
    await press(name)(page)
    await page.getByRole('dialog').waitFor()
  }
}

async function zoom(page: Page): Promise<void> {
  const values = [Array.from({ length: 3000 }, (_cell, token) => Math.sin(token))]
  await showTensor(page, { title: 'wide', values })
  const figure = page.getByTestId('figure')
  await figure.press('Home')
  await figure.press('Enter')
  await figure.press('+')
  await page.getByRole('button', { name: 'Fit', exact: true }).waitFor()
}

async function askAxes(page: Page): Promise<void> {
  const run = [1, 2].map((i) => [1, 2, 3].map((j) => [1, 2, 3, 4].map((k) => i * j * k)))
  await openTensor(page, { name: 'run.json', text: JSON.stringify({ step: 7, run }) })
  await page.getByTestId('axes').waitFor()
}

async function showAxesMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Axes: / }).press('Enter')
}

async function showPanels(page: Page): Promise<void> {
  await command(page, 'all queries')
  await expect.poll(() => page.getByTestId('cells').count()).toBe(2)
}

const surfaces: readonly (readonly [name: string, reach: (page: Page) => Promise<void>])[] = [
  ['a zoomed figure with a pinned cell and findings', zoom],
  ['panels', showPanels],
  ['all settings', press('Settings')],
  ['the table', press('Table')],
  ['the menu of the axes', showAxesMenu],
  ['the export menu', press('Export')],
  ['the samples', press('Samples')],
  ['the colors beside the figure', press('Edit colors')],
  ['the token axis beside the figure', press('Edit token axis')],
  ['queries to combine', compare('Combine…')],
  ['queries to subtract', compare('Difference…')],
  ['the help', press('Keys and help')],
  ['the question for the axes, and two tabs', askAxes],
]

describe('Tab reaches every control that is shown', () => {
  test.for(surfaces)('with %s', async ([, reach], { openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...twoQueries, title: 'reach' })
    await reach(page)
    const controls = await page.evaluateHandle(shownControls)
    expect(await controls.evaluate((all) => all.length)).toBeGreaterThan(1)
    await expect.poll(() => unreached(page, controls)).toEqual([])
  })
})

/** Goes around the page by Tab. Returns the names of the controls on which the focus never was. */
async function unreached(page: Page, controls: JSHandle<Element[]>): Promise<string[]> {
  // The surface may have taken the focus.
  await page.evaluate(isNewStop)
  do {
    // oxlint-disable-next-line no-await-in-loop -- one focus: it moves a stop at a time
    await page.keyboard.press('Tab')
    // oxlint-disable-next-line no-await-in-loop -- one focus
  } while (await page.evaluate(isNewStop))
  return controls.evaluate(namesOfUnreached)
}

/**
 * Runs in the page: the controls that are shown and not disabled; of a modal dialog, those in it. The titles of panels
 * are left out: O on a panel does the same, and there may be hundreds.
 */
function shownControls(): Element[] {
  const root = document.querySelector('dialog:modal') ?? document
  const all = root.querySelectorAll(
    'button, select, textarea, summary, input, [role=grid], [role=separator], [role=slider]',
  )
  return Array.from(all).filter((each) => {
    return (
      !each.matches(':disabled, .panel-title') && each.checkVisibility({ visibilityProperty: true })
    )
  })
}

/** Runs in the page: marks what has the focus. Returns false if it was marked before. */
function isNewStop(): boolean {
  const stop = document.activeElement ?? document.body
  const isNew = !stop.hasAttribute('data-reached')
  stop.setAttribute('data-reached', '')
  return isNew
}

/** Runs in the page. Of radio buttons and of tabs, one has the place of all in the order of Tab; arrows reach the others. */
function namesOfUnreached(all: Element[]): string[] {
  const groups = 'fieldset, [role=tablist], .tensor-list'
  return all
    .filter((each) => {
      if (each.hasAttribute('data-reached')) return false
      const isGrouped = each.matches('[type=radio], [role=tab], .close-button')
      const group = isGrouped ? each.closest(groups) : null
      return (group?.querySelector('[data-reached]') ?? null) === null
    })
    .map((each) => `${each.tagName} ${each.ariaLabel ?? each.textContent.slice(0, 40)}`)
}
