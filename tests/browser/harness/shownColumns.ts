import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The columns that the axis title names, by its own numbers, inclusive. */
export interface ShownColumns {
  readonly first: number
  readonly last: number
}

/** What the title of the token axis says is visible. */
export async function shownColumns(page: Page): Promise<ShownColumns> {
  const note = page.getByTestId('figure').getByText(/\((?:distance|position) [\d,]+ … [\d,]+/)
  const [first = NaN, last = NaN] = ((await note.last().textContent()) ?? '')
    .replace(/^.*\((?:distance|position) /, '')
    .split(' … ')
    .map((text) => Number.parseInt(text.replaceAll(',', ''), 10))
  return { first, last }
}

/** Waits for the axis title to name these columns. */
export async function expectColumns(page: Page, first: number, last: number): Promise<void> {
  await expect.poll(() => shownColumns(page), { interval: 10 }).toEqual({ first, last })
}

/** Waits until other columns are visible; returns them. */
export async function changedColumns(page: Page, before: ShownColumns): Promise<ShownColumns> {
  await expect.poll(() => shownColumns(page), { interval: 10 }).not.toEqual(before)
  return shownColumns(page)
}

export function countOf({ first, last }: ShownColumns): number {
  return last - first + 1
}
