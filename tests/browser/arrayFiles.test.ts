import { expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { expectReadout } from './harness/expectReadout'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { showFile } from './harness/showFile'

test.for([
  ['stored.npz', 'tokens from tokens'],
  ['deflated.npz', 'tokens from tokens'],
  ['dict.pt', 'tokens from tokens'],
  ['F32.safetensors', 'tokens from tokens'],
] as const)(
  '%s opens with its tokens, and says what was understood',
  async ([file, notice], { openPage }) => {
    const page = await openPage()
    await openTensor(page, fixturePath(`arrays/${file}`))
    await page.getByTestId('notice').filter({ hasText: notice }).waitFor()
    await cellOf(page, 2, 1).hover()
    await expectReadout(page, 'layer 2 · token 1 "␣cat" (3 back) · 0.4')
  },
)

test('a table opens with the labels in its first row and column', async ({ openPage }) => {
  const page = await openPage()
  const text = 'layer,The," cat"\n0,0.5,\n1,-0.25,1'
  await showFile(page, { name: 'table.csv', text }, 'table')
  await cellOf(page, 1, 0).hover()
  await expectReadout(page, 'layer 1 · token 0 "The" (2 back) · −0.25')
  await cellOf(page, 0, 1).hover()
  await expectReadout(page, 'layer 0 · token 1 "␣cat" (1 back) · missing')
})

test.for([
  ['checkpoint.pt', 'model checkpoint'],
  ['objects.npy', 'Python objects'],
  ['legacy.pt', 'before version 1.6'],
  ['pointer.npy', 'Git LFS'],
] as const)(
  '%s gets its sentence, and the figure stays',
  async ([file, sentence], { openPage }) => {
    const page = await openPage()
    const title = await figureName(page)
    await openTensor(page, fixturePath(`arrays/${file}`))
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor()
    expect(await figureName(page)).toBe(title)
  },
)
