import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { dropFiles } from './harness/dropFiles'
import { exportFile } from './harness/exportFile'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { findAxeViolations } from './harness/findAxeViolations'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

const steps = ['list-recall-step0', 'list-recall-step200'].map((name) =>
  fixturePath(`canonical/${name}.json`),
)
const cell = 'layer 11 · token 8 ":" (1 back)'
const read = `${cell} · 0.014088094234466553 · A 0.9748079776763916 · B 0.960719883441925`

test('a difference of two files has A and B beside each value, also from its picture', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  await dropFiles(page, steps)
  await page.getByRole('tab', { name: 'list-recall-step200.json' }).click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('button', { name: 'Difference…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Difference of two queries' })
  await dialog.getByRole('button', { name: 'Subtract' }).waitFor()
  expect(await findAxeViolations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Subtract' }).click()
  const made = page.getByRole('tab', { name: 'step200 − step0' })
  await made.and(page.locator('[aria-selected=true]')).waitFor()
  await expect.poll(() => page.getByTestId('figure').textContent()).toContain('Δ cosine similarity')
  // It does not need the tensors that it was made of.
  await page.getByRole('tab', { name: 'list-recall-step0.json' }).press('Delete')
  await page.getByRole('tab', { name: 'list-recall-step200.json' }).press('Delete')
  await made.click()
  await cellOf(page, 11, 8).hover()
  await expectReadout(page, read)

  const { name, bytes } = await exportFile(page, 'PNG')
  await made.press('Delete')
  await openTensor(page, { name, text: bytes })
  await expect.poll(() => page.getByTestId('figure').textContent()).toContain('Δ cosine similarity')
  await cellOf(page, 11, 8).hover()
  await expectReadout(page, read)
})

test('the difference of a query and itself is 0 everywhere, in the middle color', async ({
  openPage,
}) => {
  const page = await openPage({ context: { reducedMotion: 'reduce' } })
  await openTensor(page, fixturePath('canonical/list-recall.json'))
  await page.getByRole('combobox', { name: 'Meta token' }).waitFor()
  await page.getByRole('button', { name: 'Compare', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Difference…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Difference of two queries' })
  const chosen = await dialog.getByRole('combobox', { name: 'A', exact: true }).inputValue()
  await dialog.getByRole('combobox', { name: 'B', exact: true }).selectOption(chosen)
  await expect
    .poll(() => dialog.getByRole('status').textContent())
    .toContain('their difference is 0 everywhere')
  await dialog.getByRole('button', { name: 'Subtract' }).focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => page.getByTestId('figure').textContent()).toContain('Δ cosine similarity')
  const fills = await page
    .getByTestId('cells')
    .locator('rect')
    .evaluateAll((rects) => [...new Set(rects.map((rect) => rect.getAttribute('fill')))])
  expect(fills).toEqual(['#ffffff'])
})

test('combined differences are differences, each with its own A and B, also from their picture', async ({
  openPage,
}) => {
  const page = await openPage()
  await openTensor(
    page,
    differenceFile('late', [0.5, 0, -0.25]),
    differenceFile('early', [1, 0, 2]),
  )
  await page.getByRole('tab', { name: 'early.json' }).waitFor()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByRole('button', { name: 'Combine…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Combine queries' })
  const choiceOf = (name: string): Locator =>
    dialog.getByRole('group', { name }).getByRole('checkbox')
  await choiceOf('late.json').check()
  await choiceOf('early.json').check()
  await dialog.getByRole('button', { name: 'Combine 2 queries' }).click()
  const made = page.getByRole('tab', { name: 'late and early', exact: true })
  await made.and(page.locator('[aria-selected=true]')).waitFor()
  await expectDifferences(page)

  const { name, bytes } = await exportFile(page, 'PNG')
  await made.press('Delete')
  await openTensor(page, { name, text: bytes })
  await expectDifferences(page)
})

/** Waits for two panels whose captions name A and B, and whose cells of 0 have the middle one of diverging colors. */
async function expectDifferences(page: Page): Promise<void> {
  const equal = cellOf(page, 0, 1)
  await expect.poll(() => equal.count()).toBe(2)
  await expect.poll(() => equal.first().getAttribute('fill')).toBe('#ffffff')
  await expect.poll(() => equal.last().getAttribute('fill')).toBe('#ffffff')
  const plain = async (): Promise<string> =>
    ((await page.getByTestId('figure').textContent()) ?? '').replaceAll(/[\u2066-\u2069]/gu, '')
  await expect.poll(plain).toContain('late · M: Each value is A − B, where A is late, after')
  await expect.poll(plain).toContain('early · M: Each value is A − B, where A is early, after')
}

/** A file of the difference of two rows, of which B is 1 everywhere. */
function differenceFile(
  name: string,
  values: readonly number[],
): { readonly name: string; readonly text: string } {
  const text = JSON.stringify({
    title: name,
    metric: 'Δ cosine similarity',
    queries: [{ label: 'M', position: 3 }],
    tokens: ['a', 'b', 'c'],
    difference: {
      A: { label: `${name}, after`, hidden_size: 64 },
      B: { label: `${name}, before`, hidden_size: 64 },
      matched: 'text',
    },
    companions: { A: [values.map((value) => value + 1)], B: [values.map(() => 1)] },
    values: [values],
  })
  return { name: `${name}.json`, text }
}
