import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits for the readout to say a text. Values may have the hyphen that files have: the page writes a minus sign. */
export async function expectReadout(page: Page, text: string): Promise<void> {
  const readout = page.getByTestId('readout')
  await expect
    .poll(() => readout.textContent(), { interval: 10 })
    .toBe(text.replaceAll(/(?<=· |\de)-/gu, '−'))
}
