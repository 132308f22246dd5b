import { expect } from 'vitest'
import type { SavedFile } from '../../browser/harness/saveDownload'
import type { PageDriver } from '../drivers/PageDriver'

/** Clicks the visible button, or the label, of this name, as soon as there is one and it is at rest. */
export async function clickControl(page: PageDriver, name: string): Promise<void> {
  let middle = await page.evaluate(middleOfControl, name)
  await expect
    .poll(async () => (middle ??= await page.evaluate(middleOfControl, name)), { interval: 20 })
    .not.toBeNull()
  if (middle === null) throw new Error(`there is no ${name}`)
  await page.click(...middle)
}

/** Saves the shown figure through the page's menu **Export**. */
export async function exportFile(page: PageDriver, kind: ExportKind): Promise<SavedFile> {
  await clickControl(page, 'Export')
  return page.save(() => clickControl(page, kind))
}

export type ExportKind = 'SVG' | 'PNG' | 'PDF' | 'HTML' | 'JSON' | 'CSV'

/** Opens one of the built-in tensors. */
export async function openSample(page: PageDriver, name: string): Promise<void> {
  await clickControl(page, 'Samples')
  await clickControl(page, name)
}

/** Runs in the page: the middle of a control, if it is the same in the next frame but one. */
async function middleOfControl(name: string): Promise<[x: number, y: number] | null> {
  const control = Array.from(document.querySelectorAll('button, label')).find(
    (each) =>
      (each.ariaLabel ?? each.textContent).trim() === name &&
      !each.matches(':disabled') &&
      each.getClientRects().length > 0,
  )
  if (control === undefined) return null
  control.scrollIntoView({ block: 'nearest' })
  const before = control.getBoundingClientRect()
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve))
  })
  const { x, y, width, height } = control.getBoundingClientRect()
  const isStill = width > 0 && x === before.x && y === before.y
  return isStill ? [x + width / 2, y + height / 2] : null
}
