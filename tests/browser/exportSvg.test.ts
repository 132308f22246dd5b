import { describe, expect } from 'vitest'
import { cellOf } from './harness/cellOf'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { findElements, parseXml, type XmlElement } from './harness/parseXml'
import { showTensor } from './harness/showTensor'

const ragged = {
  title: 'ragged',
  metric: 'agreement',
  source: 'a test',
  tokens: ['a', 'b', 'c'],
  values: [[0.1, null, 0.3], [0.4]],
}

describe('the exported SVG', () => {
  test('is the figure: a shape for each value, title, axes, color bar and legend', async ({
    openPage,
  }) => {
    const page = await openPage()
    await showTensor(page, ragged)
    const { name, bytes } = await exportFile(page, 'SVG')
    expect(name).toBe('tensor.svg')
    const root = parseXml(bytes.toString())
    const places = cellShapes(root).map(({ attributes }) => [
      attributes['data-layer'],
      attributes['data-token'],
    ])
    const expected = ['0,0', '0,1', '0,2', '1,0']
    expect(new Set(places.map(String))).toEqual(new Set(expected))
    expect(places).toHaveLength(expected.length)
    expect(root.children[0]).toMatchObject({ name: 'title', text: 'ragged' })
    const texts = findElements(root, 'text').map(({ text }) => text)
    for (const text of [
      'ragged',
      'Layer',
      'agreement',
      'a',
      'b',
      'c',
      '0',
      '1',
      'Source: a test',
    ]) {
      expect(texts).toContain(text)
    }
    expect(texts.filter((text) => /^padding: 2 |^missing: 1 /.test(text))).toHaveLength(2)
    expect(findElements(root, 'linearGradient')).toHaveLength(1)
  })

  test('stands alone: its own namespace and size, fonts with fallbacks, no style, no link', async ({
    openPage,
  }) => {
    const page = await openPage()
    const { bytes } = await exportFile(page, 'SVG')
    const root = parseXml(bytes.toString())
    expect(root.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg' })
    expect(root.attributes['viewBox']).toBe(
      `0 0 ${root.attributes['width']} ${root.attributes['height']}`,
    )
    expect(root.attributes['font-family']).toMatch(/, sans-serif$/)
    for (const element of everything(root)) {
      expect(element.attributes).not.toHaveProperty('style')
      expect(element.attributes).not.toHaveProperty('class')
    }
    expect(bytes.toString()).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
  })

  test('is valid XML whatever the tokens are, each shown as it is on the page', async ({
    openPage,
  }) => {
    const page = await openPage()
    const before = await figureName(page)
    await openTensor(page, fixturePath('opens/hostile-tokens.json'))
    await expect.poll(() => figureName(page)).not.toBe(before)
    const onPage = await page.getByTestId('figure').locator('text').allTextContents()
    const root = parseXml((await exportFile(page, 'SVG')).bytes.toString())
    const note = 'Data inside: SimLens opens this picture.'
    expect(findElements(root, 'text').map(({ text }) => text)).toEqual([...onPage, note])
    expect(cellShapes(root)).toHaveLength(10)
  })

  test('has the background that was chosen', async ({ openPage }) => {
    const page = await openPage()
    expect(background(await exportFile(page, 'SVG', { background: 'White' }))).toBe('#ffffff')
    expect(background(await exportFile(page, 'SVG', { background: 'Dark' }))).toBe('#11151b')
    expect(background(await exportFile(page, 'SVG', { background: 'None' }))).toBeUndefined()
  })

  test('is light by default even where the page is dark', async ({ openPage }) => {
    const page = await openPage({ colorScheme: 'dark' })
    expect(background(await exportFile(page, 'SVG'))).toBe('#ffffff')
  })

  test('marks the pinned cell and says its value, unless that is unwanted', async ({
    openPage,
  }) => {
    const page = await openPage()
    await cellOf(page, 0, 12).click()
    await page.getByTestId('mark').waitFor()
    const marked = parseXml((await exportFile(page, 'SVG')).bytes.toString())
    expect(marks(marked)).toHaveLength(1)
    const caption = 'Marked: layer 0 · token 12 "level" (3 back) · 0.04'
    expect(findElements(marked, 'text').map(({ text }) => text)).toContain(caption)
    const unmarked = await exportFile(page, 'SVG', { hasMark: false })
    expect(marks(parseXml(unmarked.bytes.toString()))).toHaveLength(0)
  })
})

function everything(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everything)]
}

function cellShapes(root: XmlElement): XmlElement[] {
  return findElements(root, 'rect').filter(({ attributes }) => 'data-layer' in attributes)
}

function marks(root: XmlElement): XmlElement[] {
  return findElements(root, 'g').filter(({ attributes }) => attributes['data-testid'] === 'mark')
}

/** The color of what covers the whole picture. */
function background({ bytes }: { readonly bytes: Buffer }): string | undefined {
  const root = parseXml(bytes.toString())
  const { width, height } = root.attributes
  return findElements(root, 'rect').find(
    ({ attributes }) => attributes['width'] === width && attributes['height'] === height,
  )?.attributes['fill']
}
