import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { noise } from './harness/noise'
import { test } from './harness/pageTest'
import { changedColumns, shownColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'
import { tabTo } from './harness/tabStops'

test('every control is a tab stop with a name, in the order of the page', async ({ openPage }) => {
  const page = await openPage()
  const values = [[longRow(0), longRow(1)], [longRow(2)]]
  await showTensor(page, { title: 'wide', queries: ['first', 'second'], values }, 'wide.json')
  // Its own controls are as many as there are findings.
  await page.getByRole('button', { name: 'Close findings' }).click()
  const figure = page.getByTestId('figure')
  await figure.press('+')
  await figure.press('ArrowRight')
  await figure.press('Enter')
  await page.getByTestId('mark').waitFor()
  await page.getByRole('button', { name: 'Fit', exact: true }).waitFor()
  await tabTo(page, '')
  const stops = await tabTo(page, '')
  expect(stops).toEqual([
    'button "Skip to the figure"',
    'tab "wide.json"',
    'button "Close wide.json"',
    'button "Commands"',
    'button "Samples"',
    'button "Keys and help"',
    'button "Open tensor"',
    'button "Export"',
    'combobox "Meta token"',
    'button "Next meta token"',
    'button "Axes: distance"',
    'searchbox "Go to token"',
    'button "Jump to highest"',
    'button "Jump to lowest"',
    'button "Compare"',
    'button "Findings"',
    'button "Settings"',
    'button "Table"',
    'application "wide"',
    'button "Edit title"',
    'button "Edit token axis"',
    'button "Edit layer axis"',
    'button "Edit color bar title"',
    'button "Edit colors"',
    'button "Fit"',
    expect.stringMatching(/^button "layer 0 · .*tokens? \d+/),
    '',
  ])
})

test('a sample is opened, read, zoomed and saved without a pointer', async ({ openPage }) => {
  const page = await openPage()
  const keys = page.keyboard
  await figureName(page)
  await tabTo(page, 'button "Samples"')
  await keys.press('Enter')
  await page.getByRole('button', { name: 'list-recall', exact: true }).waitFor()
  await tabTo(page, 'button "list-recall"')
  await keys.press('Enter')
  const title = 'List recall, two lists • Past Cosine-Sim'
  await expect.poll(() => figureName(page)).toBe(title)

  await tabTo(page, 'button "Next meta token"')
  await keys.press('Enter')
  const figure = page.getByTestId('figure')
  await figure.getByText('Token past of Meta Token #2').waitFor()

  await tabTo(page, 'button "Axes: distance"')
  await keys.press('Enter')
  await tabTo(page, 'radio "Distance"')
  await keys.press('ArrowRight')
  await figure.getByText('(position 0 … ').waitFor()

  await tabTo(page, 'button "Jump to highest"')
  await keys.press('Space')
  const readout = page.getByTestId('readout')
  await expect.poll(() => readout.textContent()).toMatch(/^layer \d+ · token .+ · 0\.\d+$/)
  const highest = (await readout.textContent()) ?? ''

  await tabTo(page, `application "${title}"`)
  const whole = await shownColumns(page)
  await keys.press('+')
  await changedColumns(page, whole)
  await expectReadout(page, highest)
  await keys.press('Enter')
  await page.getByTestId('mark').waitFor()
  await tabTo(page, 'button "Fit"')
  await keys.press('Enter')
  await expect.poll(() => shownColumns(page)).toEqual(whole)

  await tabTo(page, 'button "Export"')
  await keys.press('Enter')
  await page.getByRole('button', { name: 'SVG', exact: true }).waitFor()
  await tabTo(page, 'button "SVG"')
  const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')])
  expect(await readFile(await download.path(), 'utf8')).toContain(`Marked: ${highest}`)
})

test('one key leads past the controls to the figure', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await tabTo(page, 'button "Skip to the figure"')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await expectReadout(page, 'layer 0 · token 14 "iers" (1 back) · −0.0135')
})

function longRow(layer: number): number[] {
  return Array.from({ length: 3000 }, (_cell, token) => noise(layer, token))
}
