import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { dropFiles } from './harness/dropFiles'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { findAxeViolations } from './harness/findAxeViolations'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { plotInWindow } from './harness/plotPicture'

const steps = ['list-recall-step0', 'list-recall-step200', 'list-recall'].map((name) =>
  fixturePath(`canonical/${name}.json`),
)
const labels = ['step0', 'step200', 'final'].map((step) => `${step} · Meta Token #1 @9`)

function queriesOf(page: Page): Promise<readonly string[]> {
  return page.getByRole('combobox', { name: 'Meta token' }).locator('option').allInnerTexts()
}

/** The texts without the marks that keep their direction apart. */
function plain(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.replaceAll(/[\u2066-\u2069]/gu, ''))
}

test('three files that are dropped become one tensor with two clicks', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await dropFiles(page, steps)
  await page.getByRole('button', { name: 'Combine these 3 files…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Combine 3 queries' }).click()
  const made = page.getByRole('tab', { name: 'step0, step200 and final', exact: true })
  await made.and(page.locator('[aria-selected=true]')).waitFor()
  expect(plain(await queriesOf(page))).toEqual(labels)
  await expect.poll(() => page.getByTestId('cells').count()).toBe(3)

  // What was made does not need what it was made of.
  await page.getByRole('tab', { name: 'list-recall.json' }).press('Delete')
  await page.getByRole('tab', { name: 'list-recall-step200.json' }).press('Delete')
  await page.getByRole('tab', { name: 'list-recall-step0.json' }).press('Delete')
  const { name, bytes } = await exportFile(page, 'PNG')
  await made.press('Delete')
  await openTensor(page, { name, text: bytes })
  await expect.poll(() => queriesOf(page).then(plain)).toEqual(labels)
  await expect.poll(() => page.getByTestId('cells').count()).toBe(3)
  await cellOf(page, 11, 8).nth(1).hover()
  await expect.poll(() => page.getByTestId('readout').textContent()).toContain('0.9748079776763916')
})

test('the offer to combine moves no figure', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await dropFiles(page, steps)
  const offer = page.getByRole('button', { name: 'Combine these 3 files…' })
  await offer.waitFor()
  const plot = await plotInWindow(page)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await offer.waitFor({ state: 'detached' })
  expect(await plotInWindow(page)).toEqual(plot)
})

test('the menu combines queries of all that is open, by the keyboard alone', async ({
  openPage,
}) => {
  const page = await openPage({ context: { reducedMotion: 'reduce' } })
  await openTensor(page, fixturePath('canonical/list-recall.json'))
  await page.getByRole('combobox', { name: 'Meta token' }).waitFor()
  await page.getByRole('button', { name: 'Compare', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Combine…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Combine queries' })
  await dialog.waitFor()
  expect(await findAxeViolations(page)).toEqual([])
  // Of the sample that was open before, no query is chosen.
  await expect.poll(() => dialog.getByRole('checkbox', { checked: true }).count()).toBe(1)
  await dialog.getByRole('checkbox').last().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => queriesOf(page).then((list) => list.length)).toBe(2)
})
