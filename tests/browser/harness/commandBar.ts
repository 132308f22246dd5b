import type { Locator, Page } from 'playwright-core'

/** Opens the command bar and types a phrase; returns its field. */
export async function openBar(page: Page, phrase = ''): Promise<Locator> {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Command', exact: true })
  await field.fill(phrase)
  return field
}

/** Does a command: a phrase and Enter, one action. */
export async function command(page: Page, phrase: string): Promise<void> {
  await (await openBar(page, phrase)).press('Enter')
}

/** Returns the commands that the bar lists. */
export function options(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Commands' }).getByRole('option')
}
