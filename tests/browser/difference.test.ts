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
