import type { Page } from 'playwright-core'

/** Closes what is open, shows the whole figure again and takes the pointer from it. */
export async function showWhole(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  const fit = page.getByRole('button', { name: 'Fit', exact: true })
  if (await fit.isVisible()) await fit.click()
  await fit.waitFor({ state: 'detached' })
  await page.mouse.move(2, 2)
}
