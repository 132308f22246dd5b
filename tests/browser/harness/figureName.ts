import type { Page } from 'playwright-core'

/** The title of the figure that is shown; waits for the first one. */
export async function figureName(page: Page): Promise<string> {
  return (await page.getByTestId('figure').getAttribute('aria-label')) ?? ''
}
