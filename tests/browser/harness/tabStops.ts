import type { Page } from 'playwright-core'

/** Far more than the page has. */
const MOST_STOPS = 60

/** Role and name of what has the focus, as a screen reader says them: `button "Export"`. Empty where nothing has. */
export async function focusedControl(page: Page): Promise<string> {
  const focused = page.locator(':focus')
  if ((await focused.count()) === 0) return ''
  return /\w+ ".*?"/.exec(await focused.ariaSnapshot())?.[0] ?? 'without a name'
}

/** Presses Tab until a control has the focus; returns the controls on the way, that one included. */
export async function tabTo(page: Page, control: string): Promise<string[]> {
  const stops: string[] = []
  while (stops.at(-1) !== control) {
    if (stops.length === MOST_STOPS) {
      throw new Error(`no tab stop is ${control}, only ${stops.join(', ')}`)
    }
    /* oxlint-disable no-await-in-loop -- one focus: it moves a stop at a time */
    await page.keyboard.press('Tab')
    stops.push(await focusedControl(page))
    /* oxlint-enable no-await-in-loop */
  }
  return stops
}
