import type { Page } from 'playwright-core'
import { saveDownload, type SavedFile } from './saveDownload'

/** Saves the shown figure through the page's menu **Export**, with the options that it opens with. */
export async function exportFile(page: Page, kind: 'SVG' | 'PNG' | 'JSON'): Promise<SavedFile> {
  await page.getByRole('button', { name: 'Export' }).click()
  const item = page.getByRole('button', { name: kind, exact: true })
  return saveDownload(page, () => item.click())
}
