import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

export interface SavedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** Does what starts a download, and returns the file that the page saved. */
export async function saveDownload(page: Page, start: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
