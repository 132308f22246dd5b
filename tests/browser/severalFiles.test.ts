import { expect } from 'vitest'
import { boxOf } from './harness/cellOf'
import { dropFiles } from './harness/dropFiles'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor, type VirtualFile } from './harness/openTensor'
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
  const list = page.getByRole('tablist', { name: 'Tensors' })
  await list.getByRole('tab', { name: 'five-lists.json', exact: true }).click()
  await expect.poll(() => figureName(page)).toBe(fiveLists)
  await list.getByRole('tab', { name: 'list-recall.json', exact: true }).click()
  await expect.poll(() => figureName(page)).toBe(recall)
})

test('each file keeps its own query and its pinned cell', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await openTensor(page, fixturePath('canonical/list-recall.json'))
  await expect.poll(() => figureName(page)).toBe(recall)
  const picker = page.getByRole('combobox', { name: 'Meta token' })
  await picker.selectOption({ index: 1 })
  await page.getByTestId('figure').press('End')
  await page.getByTestId('figure').press('Enter')
  await page.getByTestId('mark').waitFor()
  await page.getByTestId('figure').blur()
  const read = (await page.getByTestId('readout').textContent()) ?? ''
  expect(read).not.toBe('')
  await openTensor(page, fixturePath('canonical/five-lists.json'))
  await expect.poll(() => figureName(page)).toBe(fiveLists)
  expect(await picker.inputValue()).toBe('0')
  expect(await page.getByTestId('mark').count()).toBe(0)
  const list = page.getByRole('tablist', { name: 'Tensors' })
  await list.getByRole('tab', { name: 'list-recall.json', exact: true }).click()
  await expect.poll(() => figureName(page)).toBe(recall)
  expect(await picker.inputValue()).toBe('1')
  await page.getByTestId('mark').waitFor()
  await expectReadout(page, read)
})

test('many files are a line of tabs that scrolls to the shown one', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  const files = Array.from({ length: 20 }, (_file, k) => ({
    name: `run-${k}.json`,
    text: `{"title": "run ${k}", "values": [[0.5, ${k}]]}`,
  }))
  await openTensor(page, ...files)
  const first = page.getByRole('tab', { name: 'run-0.json' })
  const last = page.getByRole('tab', { name: `run-${files.length - 1}.json` })
  await last.waitFor()
  const { y, height } = await boxOf(first)
  expect(await boxOf(last)).toMatchObject({ y, height })
  await first.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect.poll(() => figureName(page)).toBe(`run ${files.length - 1}`)
  const actions = page.getByRole('button', { name: 'Samples' })
  await expect
    .poll(async () => {
      const { x, width } = await boxOf(last)
      return (await boxOf(actions)).x - (x + width)
    })
    .toBeGreaterThanOrEqual(0)
})

test('each tab has a button on it that closes it, and Delete does', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await openTensor(page, ...['a', 'b', 'c'].map(fileNamed))
  const names = page.getByRole('tab')
  await names.nth(3).waitFor()
  await page.getByRole('tab', { name: 'a.json' }).click()
  await expect.poll(() => figureName(page)).toBe('a')
  const button = await boxOf(page.getByRole('button', { name: 'Close b.json' }))
  const tab = await boxOf(page.getByRole('tab', { name: 'b.json' }))
  expect(button.x).toBeGreaterThan(tab.x)
  expect(button.x + button.width).toBeLessThan(tab.x + tab.width)
  await page.getByRole('button', { name: 'Close b.json' }).click()
  await expect.poll(() => names.allTextContents()).toEqual(['meta-token-2', 'a.json', 'c.json'])
  expect(await figureName(page)).toBe('a')
  await page.getByRole('tab', { name: 'a.json' }).press('Delete')
  await expect.poll(() => figureName(page)).toBe('c')
  expect(await names.allTextContents()).toEqual(['meta-token-2', 'c.json'])
  expect(await page.getByRole('tab', { name: 'c.json', selected: true }).count()).toBe(1)
})

function fileNamed(title: string): VirtualFile {
  return { name: `${title}.json`, text: JSON.stringify({ title, values: [[0.5, 1]] }) }
}

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
