import { expect } from 'vitest'
import { dropFiles } from './harness/dropFiles'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

const recall = 'List recall, two lists • Past Cosine-Sim'
const fiveLists = 'List recall, five lists • Past Cosine-Sim'

test('two files dropped at once are a list to switch between', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  const names = ['list-recall.json', 'five-lists.json']
  await dropFiles(
    page,
    names.map((name) => fixturePath(`canonical/${name}`)),
  )
  const list = page.getByRole('navigation', { name: 'Tensors' })
  await list.getByRole('button', { name: 'five-lists.json', exact: true }).click()
  await expect.poll(() => figureName(page)).toBe(fiveLists)
  await list.getByRole('button', { name: 'list-recall.json', exact: true }).click()
  await expect.poll(() => figureName(page)).toBe(recall)
})

test('each file keeps its own view', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await openTensor(page, fixturePath('canonical/list-recall.json'))
  await expect.poll(() => figureName(page)).toBe(recall)
  const picker = page.getByRole('combobox', { name: 'Meta token' })
  await picker.selectOption({ index: 1 })
  await openTensor(page, fixturePath('canonical/five-lists.json'))
  await expect.poll(() => figureName(page)).toBe(fiveLists)
  expect(await picker.inputValue()).toBe('0')
  const list = page.getByRole('navigation', { name: 'Tensors' })
  await list.getByRole('button', { name: 'list-recall.json', exact: true }).click()
  await expect.poll(() => figureName(page)).toBe(recall)
  expect(await picker.inputValue()).toBe('1')
})

test('many files are a list of one line', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  const files = Array.from({ length: 7 }, (_file, k) => ({
    name: `run-${k}.json`,
    text: `{"title": "run ${k}", "values": [[0.5, ${k}]]}`,
  }))
  await openTensor(page, ...files)
  const list = page.getByRole('combobox', { name: 'Tensors' })
  await list.locator('option', { hasText: 'run-6' }).waitFor({ state: 'attached' })
  await list.selectOption('run-3.json')
  await expect.poll(() => figureName(page)).toBe('run 3')
})

test('of a good and a bad file, one opens and the other is told', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await openTensor(
    page,
    fixturePath('problems/cut-off.json'),
    fixturePath('canonical/list-recall.json'),
  )
  await expect.poll(() => figureName(page)).toBe(recall)
  await page.getByRole('alert').getByText('cut-off.json was not opened.').waitFor()
})
