import { expect } from 'vitest'
import { inAxesMenu } from './harness/axesMenu'
import { cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { npyFile } from './harness/npyFile'
import { openTensor, type VirtualFile } from './harness/openTensor'
import { test } from './harness/pageTest'

/** Cell [i][j][k] of 2 × 3 × 4 is 100 i + 10 j + k. */
const cube = [0, 1].map((i) => [0, 1, 2].map((j) => [0, 1, 2, 3].map((k) => 100 * i + 10 * j + k)))

function runFile(name: string): VirtualFile {
  return { name, text: JSON.stringify({ step: 7, run: cube }) }
}

test('asks which axis is which, redraws at once, and remembers', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await openTensor(page, runFile('run-1.json'))
  await expect.poll(() => figureName(page)).toBe('Query 0 • run-1')
  const axes = page.getByRole('region', { name: 'Axes' })
  await axes.getByText('Nothing in the file says which of its axes (2 × 3 × 4)').waitFor()
  const caption = page.getByTestId('figure').getByText('Axes not confirmed:')
  await caption.waitFor()

  // By drag: the first dimension, which was the query, becomes the layers.
  await axes.getByText('Axis 1').dragTo(axes.getByText('Layers ↑'))
  await expect.poll(() => axes.getByLabel('Use of Axis 1').inputValue()).toBe('layer')
  await cellOf(page, 1, 3).hover()
  await expectReadout(page, 'layer 1 · token 3 (1 back) · 103')
  await caption.waitFor({ state: 'detached' })

  // By key: the second one is fixed, and its slider goes to the end.
  await axes.getByLabel('Use of Axis 2').selectOption('Fixed')
  await axes.getByLabel('Index of Axis 2').press('End')
  await expect.poll(() => figureName(page)).toBe('run-1')
  await cellOf(page, 1, 2).hover()
  await expectReadout(page, 'layer 1 · token 2 (2 back) · 122')
  await axes.getByRole('button', { name: 'Transpose' }).click()
  await cellOf(page, 3, 1).hover()
  await expectReadout(page, 'layer 3 · token 1 (1 back) · 123')
  await axes.getByRole('button', { name: 'Done' }).click()
  await axes.waitFor({ state: 'detached' })

  // The next file of the form opens in the same way, without a question.
  await openTensor(page, runFile('run-2.json'))
  await expect.poll(() => figureName(page)).toBe('run-2')
  await cellOf(page, 0, 1).hover()
  await expectReadout(page, 'layer 0 · token 1 (1 back) · 120')
  // Its slider is there all the same.
  await axes.getByLabel('Index of Axis 2').waitFor()
  expect(await axes.getByText('Nothing in the file says').count()).toBe(0)
  await inAxesMenu(page, () => page.getByRole('button', { name: 'Axes of the file…' }).click())
  await axes.waitFor({ state: 'detached' })
})

test('a canonical file is never asked about', async ({ openPage }) => {
  const page = await openPage()
  await figureName(page)
  await openTensor(page, { name: 'mine.json', text: '{"title": "mine", "values": [[[1], [2]]]}' })
  await expect.poll(() => figureName(page)).toBe('mine')
  await inAxesMenu(page, async () => {
    expect(await page.getByRole('button', { name: 'Axes of the file…' }).count()).toBe(0)
  })
})

test.for([
  [0, 1],
  [1, 0],
])(
  'tokens of a second file name those of the first, in either order',
  async (order, { openPage }) => {
    const page = await openPage()
    await figureName(page)
    const files = [
      npyFile('cos.npy', [2, 3], Float64Array.of(1, 2, 3, 4, 5, 6)),
      { name: 'tokens.json', text: '["the", "cat", "the"]' },
    ]
    await openTensor(page, ...order.flatMap((index) => files[index] ?? []))
    await page.getByText('The token texts are those of “tokens.json”.').waitFor()
    await cellOf(page, 0, 1).hover()
    await expectReadout(page, 'layer 0 · token 1 "cat" (2 back) · 2')
  },
)
