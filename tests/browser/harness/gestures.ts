import type { Page } from 'playwright-core'
import { plotInWindow } from './plotPicture'
import { changedColumns, shownColumns, type ShownColumns } from './shownColumns'

/** Turns the wheel over the plot's middle, by as much as in an event; returns the columns that are then visible. */
export async function zoomIn(page: Page, wheel: number): Promise<ShownColumns> {
  const whole = await shownColumns(page)
  const { x, y, width } = await plotInWindow(page)
  await page.mouse.move(x + 0.5 * width, y + 20)
  await page.mouse.wheel(0, -wheel)
  return changedColumns(page, whole)
}

/** Drags sideways, by `pixels` to the right. */
export async function drag(
  page: Page,
  from: { readonly x: number; readonly y: number },
  pixels: number,
): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + pixels, from.y, { steps: 4 })
  await page.mouse.up()
}
