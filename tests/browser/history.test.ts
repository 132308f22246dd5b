import { expect } from 'vitest'
import { test } from './harness/pageTest'
import { changedColumns, shownColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

test('a view is left and found again by the browser’s back and forward', async ({ openPage }) => {
  const page = await openPage()
  // The seed and the whole view must be entries before the next ones.
  await expect.poll(() => page.evaluate(() => history.state !== null)).toBe(true)
  const seed = await page.evaluate(() => history.length)
  const values = [[Array.from({ length: 4000 }, (_cell, k) => Math.sin(k))], [[1, 2]]]
  await showTensor(page, { title: 'dropped', queries: ['one', 'two'], values })
  const whole = await shownColumns(page)
  await expect.poll(() => page.evaluate(() => history.length)).toBe(seed + 1)
  await page.getByTestId('figure').press('+')
  const zoomed = await changedColumns(page, whole)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('combobox', { name: 'Colormap', exact: true }).selectOption('magma')
  await expect.poll(() => page.url()).toContain('colormap=magma')
  await page.goBack()
  await expect.poll(() => shownColumns(page)).toEqual(whole)
  await page.goForward()
  await expect.poll(() => shownColumns(page)).toEqual(zoomed)
  // A setting is no view, so it stays.
  expect(page.url()).toContain('colormap=magma')
})
