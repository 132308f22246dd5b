import type { Page } from 'playwright-core'
import { showFile } from './showFile'

/** As much of a canonical file as a test says. */
export interface CanonicalFile {
  /** Must differ from that of the figure that is shown: it is waited for. */
  readonly title: string
  readonly values: unknown
  readonly [key: string]: unknown
}

/** Opens a tensor through the page's file input and waits for its figure. `name` is that of the file. */
export async function showTensor(
  page: Page,
  tensor: CanonicalFile,
  name = 'tensor.json',
): Promise<void> {
  await showFile(page, { name, text: JSON.stringify(tensor) }, tensor.title)
}
