import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { figureName } from './harness/figureName'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { plotInWindow } from './harness/plotPicture'

/** A file that the reader opened earlier arrives: its tensor is shown. */
async function arrive(page: Page): Promise<void> {
  const values = Array.from({ length: 12 }, (_, layer) => [layer, 1, 2, 3])
  await openTensor(page, { name: 'late.json', text: JSON.stringify({ title: 'late', values }) })
  await expect.poll(() => figureName(page)).toBe('late')
}

async function goBack(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'meta-token-2' }).click()
  await expect.poll(() => figureName(page)).not.toBe('late')
}

describe('what the reader began on a figure, when another one comes,', () => {
  test('ends on the tensor that it was begun on: a box', async ({ openPage }) => {
    const page = await openPage()
    const { x, y, width, height } = await plotInWindow(page)
    const fit = page.getByRole('button', { name: 'Fit', exact: true })
    await page.keyboard.down('Shift')
    await page.mouse.move(x + 0.3 * width, y + 0.3 * height)
    await page.mouse.down()
    await page.mouse.move(x + 0.6 * width, y + 0.6 * height)
    await arrive(page)
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await goBack(page)
    await fit.waitFor()
    await page.getByRole('tab', { name: 'late.json' }).click()
    await expect.poll(() => figureName(page)).toBe('late')
    expect(await fit.count()).toBe(0)
  })

  test('ends on the tensor that it was begun on: a title', async ({ openPage }) => {
    const page = await openPage()
    await page.getByRole('button', { name: 'Edit title' }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('mine')
    await arrive(page)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Title' }).waitFor({ state: 'detached' })
    expect(await figureName(page)).toBe('late')
    await goBack(page)
    expect(await figureName(page)).toBe('mine')
  })

  test('ends on the tensor that it was begun on: the title of an axis', async ({ openPage }) => {
    const page = await openPage()
    await page.getByRole('button', { name: 'Edit token axis' }).click()
    const field = page.getByRole('dialog').getByRole('textbox')
    await field.fill('mine')
    await arrive(page)
    await page.keyboard.press('Enter')
    await field.waitFor({ state: 'detached' })
    const figure = page.getByTestId('figure')
    expect(await figure.getByText('mine').count()).toBe(0)
    await goBack(page)
    await figure.getByText('mine').waitFor()
  })
})
