import { expect } from 'vitest'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { test } from './harness/pageTest'

test('the caption is copied as text, and saved for LaTeX', async ({ openPage }) => {
  const page = await openPage({ hash: 'paper=column' })
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await expect.poll(() => page.getByTestId('paper-size').count()).toBe(1)
  const { name, bytes } = await exportFile(page, 'Caption')
  expect(name).toBe('meta-token-2.caption.tex')
  expect(bytes.toString('utf8')).toContain('\\caption{Meta Token \\#2')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('button', { name: 'Copy caption' }).click()
  await page.getByText('Caption copied').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(
    /^Meta Token #2 .* 12 layers × 15 past tokens, nearest first: 180 cells\./u,
  )
})

test.for(['', 'paper=slide'])(
  'titles are edited in the figure (%s)',
  async (hash, { openPage }) => {
    const page = await openPage({ hash })
    await figureName(page)
    const texts = (): Promise<string[]> =>
      page.getByTestId('figure').locator('text').allTextContents()
    await page.getByRole('button', { name: 'Edit title' }).click()
    await page.keyboard.type('What plum does')
    await page.keyboard.press('Enter')
    await expect.poll(() => figureName(page)).toBe('What plum does')
    await page.getByRole('button', { name: 'Edit token axis' }).click()
    await page.keyboard.type('Past')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Edit layer axis' }).click()
    await page.keyboard.type('Block')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Edit color bar title' }).click()
    await page.keyboard.type('cos θ')
    await page.keyboard.press('Enter')
    await expect
      .poll(texts)
      .toEqual(expect.arrayContaining(['What plum does', 'Past', 'Block', 'cos θ']))
    // Escape keeps what there was; nothing typed brings back the text of the file, as the button beside a text does.
    await page.getByRole('button', { name: 'Edit token axis' }).click()
    await page.keyboard.type('Future')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Edit color bar title' }).click()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    await expect.poll(texts).toContain('cosine similarity')
    expect(await texts()).toContain('Past')
    await page.getByRole('button', { name: 'Restore token axis' }).click()
    await expect.poll(texts).not.toContain('Past')
    expect(await page.getByRole('button', { name: 'Restore token axis' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Restore title' }).press('Enter')
    await expect.poll(() => figureName(page)).toContain('Meta Token #2')
  },
)

test('a link or a file gives a size with its unit', async ({ openPage }) => {
  const page = await openPage({ hash: 'paper_width=3.25in&paper_height=6cm&font_size=8' })
  await expect.poll(() => page.getByTestId('paper-size').textContent()).toBe('82.6 × 60 mm · 8 pt')
})

test('a picture says that its data are inside, on paper only if that is wanted', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  const note = 'Data inside: SimLens opens this picture.'
  const textOf = async (): Promise<string> =>
    (await exportFile(page, 'SVG')).bytes.toString('utf8').replace(/<metadata>.*<\/metadata>/su, '')
  expect(await textOf()).toContain(note)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByLabel('Note “data inside” in the picture').uncheck()
  await page.keyboard.press('Escape')
  expect(await textOf()).not.toContain(note)
  const paper = await openPage({ hash: 'paper=column' })
  await expect.poll(() => paper.getByTestId('paper-size').count()).toBe(1)
  const { bytes } = await exportFile(paper, 'SVG')
  expect(bytes.toString('utf8')).not.toContain(note)
})

test('a second paper of one figure gets its own file name', async ({ openPage }) => {
  const page = await openPage({ hash: 'paper=column' })
  await expect.poll(() => page.getByTestId('paper-size').count()).toBe(1)
  expect((await exportFile(page, 'SVG')).name).toBe('meta-token-2.svg')
  await page.getByRole('region', { name: 'Paper' }).getByLabel('Made for').selectOption('slide')
  await expect.poll(() => page.getByTestId('paper-size').textContent()).toMatch(/^254 × /u)
  expect((await exportFile(page, 'SVG')).name).toBe('meta-token-2_slide.svg')
  expect((await exportFile(page, 'CSV')).name).toBe('meta-token-2.csv')
})
