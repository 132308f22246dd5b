import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { boxOf, cellOf } from './harness/cellOf'
import { decodePng } from './harness/decodePng'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showFile } from './harness/showFile'
import { showTensor } from './harness/showTensor'

const values = [[-0.2, 0, 0.1, 0.3, 0.4]]

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
}

function low(page: Page): Locator {
  return page.getByRole('slider', { name: 'Low end' })
}

function high(page: Page): Locator {
  return page.getByRole('slider', { name: 'High end' })
}

async function fillOf(page: Page, token: number): Promise<string | null> {
  return cellOf(page, 0, token).getAttribute('fill')
}

/** All words of the figure but the tokens'. */
async function wordsOf(page: Page): Promise<string> {
  return (await page.getByTestId('figure').locator('text').allTextContents()).join(' ')
}

describe('the color range', () => {
  test('follows a handle that is dragged', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'drag', values })
    await openSettings(page)
    const before = await fillOf(page, 3)
    const handle = await boxOf(high(page))
    const track = await boxOf(page.locator('.domain-track'))
    const y = handle.y + handle.height / 2
    await page.mouse.move(handle.x + handle.width / 2, y)
    await page.mouse.down()
    await page.mouse.move(track.x + track.width / 2, y, { steps: 4 })
    await page.mouse.up()
    await expect
      .poll(async () => Number(await high(page).getAttribute('aria-valuenow')))
      .toBeCloseTo(0.1, 1)
    await expect.poll(() => fillOf(page, 3)).not.toBe(before)
    await expect.poll(() => wordsOf(page)).toContain('2 above')
    expect(await page.getByRole('combobox', { name: 'Color range' }).inputValue()).toBe('own')
  })

  test('takes an end that is typed, and says why it cannot take another', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'type', values })
    await openSettings(page)
    await page.getByLabel('Low', { exact: true }).fill('0.05')
    await expect.poll(() => wordsOf(page)).toContain('2 below')
    await page.getByLabel('Low', { exact: true }).fill('7')
    await expect
      .poll(() => page.getByRole('alert').allTextContents())
      .toContain('The low end must be below the high end. The colors did not change.')
    expect(await wordsOf(page)).toContain('2 below')
    await page.getByRole('button', { name: 'Reset color range' }).click()
    await expect.poll(() => wordsOf(page)).not.toContain('below')
  })

  test('is set by the keyboard alone', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'keys', values })
    await page.getByRole('button', { name: 'Settings', exact: true }).focus()
    await page.keyboard.press('Enter')
    const mode = page.getByRole('combobox', { name: 'Color range' })
    await tabTo(mode)
    await tabTo(low(page))
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => low(page).getAttribute('aria-valuenow')).toBe('-0.189')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Home')
    await expect
      .poll(async () => Number(await high(page).getAttribute('aria-valuenow')))
      .toBeCloseTo(-0.188, 6)
  })

  test('stays when it is locked, while files change', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { title: 'first', values }, 'first.json')
    await showTensor(page, { title: 'second', values: [[5, 9]] }, 'second.json')
    const list = page.getByRole('tablist', { name: 'Tensors' })
    await list.getByRole('tab', { name: 'first.json', exact: true }).click()
    await expect.poll(() => figureName(page)).toBe('first')
    await openSettings(page)
    await page.getByLabel('Lock this range for all').check()
    await showTensor(page, { title: 'third', values: [[-3, 0.1]] }, 'third.json')
    await expect.poll(() => wordsOf(page)).toMatch(/(?=.*1 below)(?=.*locked)/)
    await list.getByRole('tab', { name: 'second.json', exact: true }).click()
    await expect.poll(() => wordsOf(page)).toContain('2 above')
  })
})

/** Presses Tab until an element has the focus, a dozen times at most. */
async function tabTo(locator: Locator, presses = 12): Promise<void> {
  if (await locator.evaluate((element) => element === document.activeElement)) return
  expect(presses).toBeGreaterThan(0)
  await locator.page().keyboard.press('Tab')
  await tabTo(locator, presses - 1)
}

test('a symmetric range and a diverging colormap put white at 0', async ({ openPage }) => {
  const page = await openPage()
  await showTensor(page, { title: 'white', values })
  await openSettings(page)
  await page.getByRole('combobox', { name: 'Color range' }).selectOption('symmetric')
  await page.getByRole('button', { name: 'vik, blue to red' }).click()
  await expect.poll(() => fillOf(page, 1)).toBe('#ffffff')
  const figure = await boxOf(page.getByTestId('figure'))
  const colors = await Promise.all(
    [0, 1, 4].map(async (token) => {
      const { x, y, width, height } = await boxOf(cellOf(page, 0, token))
      return [x - figure.x + width / 2, y - figure.y + height / 2] as const
    }),
  )
  const png = decodePng((await exportFile(page, 'PNG', { scale: '1×', background: 'White' })).bytes)
  const [cold, zero, hot] = colors.map(([x, y]) => png.pixel(Math.floor(x), Math.floor(y)))
  expect(zero).toEqual([255, 255, 255, 255])
  expect(cold?.[2]).toBeGreaterThan(cold?.[0] ?? 255)
  expect(hot?.[0]).toBeGreaterThan(hot?.[2] ?? 255)
})

test('the z-score by layer is named at the color bar and beside the raw value', async ({
  openPage,
}) => {
  const page = await openPage()
  await showFile(
    page,
    fixturePath('canonical/five-lists.json'),
    'List recall, five lists • Past Cosine-Sim',
  )
  await openSettings(page)
  await page.getByRole('combobox', { name: 'Transform' }).selectOption('layer-z')
  await expect.poll(() => wordsOf(page)).toContain('z-score by layer')
  await cellOf(page, 3, 1).hover()
  await expect
    .poll(() => page.getByTestId('readout').textContent())
    .toMatch(
      /^layer 3 · token 1 "ruits" \(4 back\) · -?0\.\d+ · [−\d.]+ \(cosine similarity, z-score by layer\)$/,
    )
})

test('the noise floor is told of a cell where the width of the states is known', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  await openTensor(page, fixturePath('canonical/list-recall.json'))
  await expect.poll(() => wordsOf(page)).toContain('1.96/√128')
  await cellOf(page, 0, 0).hover()
  await expect
    .poll(() => page.locator('.tooltip').textContent())
    .toMatch(/σ; random directions are this far out .* % of the time/)
})
