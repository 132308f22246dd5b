import { expect } from 'vitest'
import type { SavedFile } from '../../browser/harness/saveDownload'
import type { PageDriver } from '../drivers/PageDriver'

/** Clicks the visible button, or the label, of this name, as soon as there is one. */
export async function clickControl(page: PageDriver, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(middleOfControl, name), { interval: 20 }).not.toBeNull()
  const middle = await page.evaluate(middleOfControl, name)
  if (middle === null) throw new Error(`${name} went away`)
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

/** Runs in the page. */
function middleOfControl(name: string): [x: number, y: number] | null {
  for (const control of document.querySelectorAll('button, label')) {
    const isNamed = (control.ariaLabel ?? control.textContent).trim() === name
    if (!isNamed || control.matches(':disabled') || control.getClientRects().length === 0) continue
    control.scrollIntoView({ block: 'nearest' })
    const { x, y, width, height } = control.getBoundingClientRect()
    return [x + width / 2, y + height / 2]
  }
  return null
}
