import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from './harness/pageTest'
import { plotInWindow } from './harness/plotPicture'
import { changedColumns, shownColumns } from './harness/shownColumns'
import { showTensor } from './harness/showTensor'

const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY)

test('the wheel scrolls a page that scrolls, and zooms with Ctrl or after a click', async ({
  openPage,
}) => {
  // As at a zoom of 200 %, or on a phone on its side.
  const page = await openPage({ viewport: { width: 640, height: 400 } })
  await showTensor(page, {
    title: 'long',
    values: [Array.from({ length: 2000 }, (_cell, k) => Math.sin(k))],
  })
  const whole = await shownColumns(page)
  const over = async (): Promise<void> => {
    const { x, y, width } = await plotInWindow(page)
    await page.mouse.move(x + width / 2, y + 20)
  }
  await over()
  await page.mouse.wheel(0, 60)
  await expect.poll(() => scrolled(page)).toBe(60)
  expect(await shownColumns(page)).toEqual(whole)

  await over()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  const zoomed = await changedColumns(page, whole)
  await page.keyboard.up('Control')
  expect(await scrolled(page)).toBe(60)

  await page.mouse.down()
  await page.mouse.up()
  await page.mouse.wheel(0, -300)
  await changedColumns(page, zoomed)
  expect(await scrolled(page)).toBe(60)
})
