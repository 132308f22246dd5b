import type { Page } from 'playwright-core'
import { saveDownload, type SavedFile } from './saveDownload'

/** What is chosen beside the formats; what is left out stays as it is. */
export interface ExportChoice {
  readonly background?: 'White' | 'Dark' | 'None'
  readonly scale?: '1×' | '2×' | '3×' | '4×'
  /** Only while the figure is zoomed. */
  readonly columns?: 'Visible' | 'All'
  /** What of the tensor the figure carries. */
  readonly data?: 'All' | 'Visible' | 'None'
  /** Only while a cell is pinned. */
  readonly hasMark?: boolean
}

/** Saves the shown figure through the page's menu **Export**. */
export async function exportFile(
  page: Page,
  kind: 'SVG' | 'PNG' | 'PDF' | 'HTML' | 'JSON' | 'CSV' | 'Profiles' | 'Caption',
  { background, scale, columns, data, hasMark }: ExportChoice = {},
): Promise<SavedFile> {
  await page.getByRole('button', { name: 'Export' }).click()
  for (const [legend, choice] of [
    ['Background', background],
    ['PNG scale', scale],
    ['Columns', columns],
    ['Data in the figure', data],
  ] as const) {
    if (choice === undefined) continue
    const group = page.getByRole('group', { name: legend })
    // oxlint-disable-next-line no-await-in-loop -- a hand clicks one after the other
    await group.getByText(choice, { exact: true }).click()
  }
  if (hasMark !== undefined) await page.getByLabel('Mark the pinned cell').setChecked(hasMark)
  const item = page.getByRole('button', { name: kind, exact: true })
  return saveDownload(page, () => item.click())
}
