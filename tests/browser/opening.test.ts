import { describe, expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { dragFiles, dropFiles } from './harness/dropFiles'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

test('what Python writes is read, and a token called NaN stays a token', async ({ openPage }) => {
  const page = await openPage()
  const before = await figureName(page)
  await openTensor(page, fixturePath('opens/python.json'))
  await expect.poll(() => figureName(page), { interval: 10 }).not.toBe(before)
  await cellOf(page, 0, 1).hover()
  await expectReadout(page, 'layer 0 · token 1 "a␣NaN␣b" (3 back) · missing')
  await cellOf(page, 0, 2).hover()
  await expectReadout(page, 'layer 0 · token 2 "Infinity" (2 back) · Infinity')
  await cellOf(page, 1, 0).hover()
  await expectReadout(page, 'layer 1 · token 0 "NaN" (4 back) · −0')
})

describe.each(['served', 'file'] as const)('a dropped file, page %s', (from) => {
  test('hangs under an overlay that goes when the file leaves', async ({ openPage }) => {
    const page = await openPage({ from })
    const before = await figureName(page)
    const drag = await dragFiles(page, [fixturePath('canonical/list-recall.json')])
    await page.getByText('Drop to open').waitFor()
    await drag.leave()
    await page.getByText('Drop to open').waitFor({ state: 'detached' })
    expect(await figureName(page)).toBe(before)
  })

  test('is the figure, wherever in the window it falls', async ({ openPage }) => {
    const page = await openPage({ from })
    await figureName(page)
    const path = fixturePath('canonical/list-recall.json')
    const drag = await dragFiles(page, [path], { x: 3, y: 3 })
    await page.getByText('Drop to open').waitFor()
    await drag.drop()
    await page.getByText('Drop to open').waitFor({ state: 'detached' })
    await expect.poll(() => figureName(page)).toBe('List recall, two lists • Past Cosine-Sim')
    await dropFiles(page, [fixturePath('opens/one-cell.json')], { x: 1270, y: 790 })
    await expect.poll(() => figureName(page)).toBe('one-cell')
  })

  test('is the figure, although it falls on something that it did not hang over', async ({
    openPage,
  }) => {
    const page = await openPage({ from })
    await figureName(page)
    const drag = await dragFiles(page, [fixturePath('opens/one-cell.json')])
    await drag.drop({ x: 100, y: 20 })
    await expect.poll(() => figureName(page)).toBe('one-cell')
  })
})

test('a file can be opened again after it was changed', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await openTensor(page, { name: 'same.json', text: '{"title": "first", "values": [[1]]}' })
  await expect.poll(() => figureName(page)).toBe('first')
  await openTensor(page, { name: 'same.json', text: '{"title": "second", "values": [[1]]}' })
  await expect.poll(() => figureName(page)).toBe('second')
})

test('pasted JSON text is opened', async ({ openPage }) => {
  const page = await openPage({ context: { permissions: ['clipboard-read', 'clipboard-write'] } })
  await figureName(page)
  await page.evaluate(copyTensor)
  await page.keyboard.press('ControlOrMeta+V')
  await expect.poll(() => figureName(page)).toBe('from the clipboard')
})

/** Runs in the page. */
function copyTensor(): Promise<void> {
  return navigator.clipboard.writeText('{"title": "from the clipboard", "values": [[0.5, 1]]}')
}

test.for([
  ['served', 'list-recall', 'List recall, two lists • Past Cosine-Sim'],
  ['file', 'five-lists', 'List recall, five lists • Past Cosine-Sim'],
] as const)('the samples are built in, %s', async ([from, name, title], { openPage }) => {
  const page = await openPage({ from })
  await figureName(page)
  await page.getByRole('button', { name: 'Samples' }).click()
  await page.getByRole('button', { name, exact: true }).click()
  await expect.poll(() => figureName(page)).toBe(title)
  await page.getByRole('button', { name: 'Samples' }).click()
  await page.getByRole('button', { name: 'meta-token-2', exact: true }).first().waitFor()
})
