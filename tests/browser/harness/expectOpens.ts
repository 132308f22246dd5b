import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { figureName } from './figureName'
import { fixturePath } from './fixturePath'
import { openTensor } from './openTensor'

/** Whatever happened before, the next file opens. */
export async function expectOpens(page: Page): Promise<void> {
  await openTensor(page, fixturePath('opens/one-cell.json'))
  await expect.poll(() => figureName(page)).toBe('one-cell')
}
