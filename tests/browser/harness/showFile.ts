import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { figureName } from './figureName'
import { openTensor, type VirtualFile } from './openTensor'

/** Opens a file (its path, or a virtual one) and waits for the figure of this title, which is none that is shown. */
export async function showFile(
  page: Page,
  file: string | VirtualFile,
  title: string,
): Promise<void> {
  await figureName(page)
  await openTensor(page, file)
  await expect.poll(() => figureName(page), { interval: 10 }).toBe(title)
}
