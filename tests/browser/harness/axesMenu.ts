import type { Page } from 'playwright-core'

/** Opens the menu of the axes, does something in it, and closes it. */
export async function inAxesMenu<Result>(page: Page, act: () => Promise<Result>): Promise<Result> {
  const button = page.getByRole('button', { name: /^Axes: / })
  await button.click()
  const result = await act()
  if ((await button.getAttribute('aria-expanded')) === 'true') await button.click()
  return result
}

/** Chooses an option of the axes by its words. */
export async function chooseAxes(page: Page, option: string): Promise<void> {
  await inAxesMenu(page, () => page.getByText(option, { exact: true }).click())
}

/** Returns true if an option of the axes is chosen. */
export async function isAxesChoice(page: Page, option: string): Promise<boolean> {
  return inAxesMenu(page, () => page.getByRole('radio', { name: option }).isChecked())
}
