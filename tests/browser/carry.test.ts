import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { chooseAxes, isAxesChoice } from './harness/axesMenu'
import { dropFiles } from './harness/dropFiles'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { keepFile } from './harness/keepFile'
import { openBuiltPage, expectQuiet } from './harness/openBuiltPage'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import type { SavedFile } from './harness/saveDownload'
import { showTensor } from './harness/showTensor'

const secret = { title: 'Prompt', tokens: ['secret', 'b', 'c', 'hidden'] }
const values = [
  [0.1, 0.25, -0.5, 0.4],
  [0.5, 0.625, 0.75, 0.8],
]

async function dropped(page: Page, file: SavedFile, title: string): Promise<void> {
  await page.getByTestId('figure').waitFor()
  await dropFiles(page, [keepFile(file)])
  await expect.poll(() => figureName(page)).toBe(title)
}

function fillsOf(page: Page): Promise<(string | null)[]> {
  const cells = page.getByTestId('cells').locator('rect[data-layer]')
  return cells.evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute('fill')))
}

/** What the page says and shows of its view. */
async function stateOf(page: Page): Promise<readonly unknown[]> {
  return [
    await isAxesChoice(page, 'Position'),
    await isAxesChoice(page, '0 at top'),
    await page.getByTestId('readout').textContent(),
    await page.getByTestId('figure').locator('text').allTextContents(),
  ]
}

describe('a figure carries its tensor', () => {
  test('through PNG, SVG and a page from disk, to the JSON that was there first', async ({
    browser,
    openPage,
  }) => {
    const path = fixturePath('canonical/list-recall.json')
    const first = await openPage()
    await figureName(first)
    await openTensor(first, path)
    const title = 'List recall, two lists • Past Cosine-Sim'
    await expect.poll(() => figureName(first)).toBe(title)
    await chooseAxes(first, 'Position')
    await chooseAxes(first, '0 at top')
    await first.getByTestId('cells').locator('rect[data-layer="2"][data-token="3"]').click()
    await first.getByTestId('mark').waitFor()
    const shown = await stateOf(first)

    const second = await openPage()
    await dropped(second, await exportFile(first, 'PNG'), title)
    expect(await stateOf(second)).toStrictEqual(shown)
    const third = await openPage({ from: 'file' })
    await dropped(third, await exportFile(second, 'SVG'), title)
    expect(await stateOf(third)).toStrictEqual(shown)

    const saved = await exportFile(third, 'HTML')
    expect(saved.name).toMatch(/^list-recall.*\.html$/)
    const url = pathToFileURL(keepFile(saved)).href
    const { page, problems, close } = await openBuiltPage(browser, { allowedUrls: [url] })
    await page.goto(url)
    await expect.poll(() => figureName(page)).toBe(title)
    expect(await stateOf(page)).toStrictEqual(shown)
    const json = JSON.parse((await exportFile(page, 'JSON')).bytes.toString()) as object
    const source = JSON.parse(readFileSync(path, 'utf8')) as object
    expect(json).toStrictEqual({ first_index: 0, align: 'start', ...source })

    // A page saved from a saved page is the same page.
    expect((await exportFile(page, 'HTML')).bytes.equals(saved.bytes)).toBe(true)
    await close()
    expectQuiet(problems)
  })

  test('of what is visible only, where it is zoomed', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...secret, values, view: { axis: 'position', x: [1, 2] } })
    const svg = await exportFile(page, 'SVG')
    expect(svg.bytes.toString()).not.toMatch(/secret|hidden/)
    const html = await exportFile(page, 'HTML')
    expect(html.bytes.toString()).not.toMatch(/secret|>hidden/)
    const other = await openPage()
    await dropped(other, svg, 'Prompt')
    const json = JSON.parse((await exportFile(other, 'JSON')).bytes.toString()) as object
    expect(json).toMatchObject({
      tokens: [['b', 'c']],
      first_index: 1,
      queries: [{ position: 4 }],
      values: [
        [
          [0.25, -0.5],
          [0.625, 0.75],
        ],
      ],
    })
    const colors = await fillsOf(page)
    expect(colors).toHaveLength(4)
    expect(await fillsOf(other)).toStrictEqual(colors)
  })

  test('or none, and then says so when it is opened', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...secret, values })
    const file = await exportFile(page, 'PNG', { data: 'None' })
    await openTensor(page, keepFile(file))
    await page.getByText('is a PNG picture without a tensor in it').waitFor()
    expect(await figureName(page)).toBe('Prompt')
  })

  test('also when it is pasted', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...secret, values })
    const { bytes } = await exportFile(page, 'PNG')
    await showTensor(page, { title: 'other', values: [[1]] })
    await page.evaluate((base64) => {
      const data = new DataTransfer()
      const png = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      data.items.add(new File([png], 'image.png', { type: 'image/png' }))
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data }))
    }, bytes.toString('base64'))
    await expect.poll(() => figureName(page)).toBe('Prompt')
  })
})

describe('a page in another one', () => {
  test('shows its figure alone at 300 px height', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...secret, values })
    const html = (await exportFile(page, 'HTML')).bytes.toString()
    const document = html.replace('<html', '<html data-hash="embed=1"')
    await page.evaluate((text) => {
      window.document.body.innerHTML = '<iframe sandbox="allow-scripts" width="600" height="300">'
      window.document.querySelector('iframe')?.setAttribute('srcdoc', text)
    }, document)
    const inside = page.frameLocator('iframe')
    const figure = inside.getByTestId('figure')
    await expect.poll(() => figure.getAttribute('aria-label')).toBe('Prompt')
    expect(await inside.getByRole('button', { name: 'Export' }).count()).toBe(0)
    const box = await figure.boundingBox()
    const frame = await page.locator('iframe').boundingBox()
    expect(box?.height).toBeGreaterThan(150)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + 302)
  })
})

describe('copying', () => {
  test('puts the table and the picture on the clipboard', async ({ openPage }) => {
    const page = await openPage({ context: { permissions: ['clipboard-read', 'clipboard-write'] } })
    await showTensor(page, { ...secret, values })
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByText('Matrix', { exact: true }).click()
    await page.getByRole('button', { name: 'Copy table' }).click()
    await page.getByText('Table copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'layer \\ token\tsecret\tb\tc\thidden\n0\t0.1\t0.25\t-0.5\t0.4\n1\t0.5\t0.625\t0.75\t0.8\n',
    )
    await page.getByRole('button', { name: 'Copy PNG' }).click()
    await page.getByText('PNG copied').waitFor()
    const types = await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types)
    expect(types).toContain('image/png')
  })

  test.for(['SVG', 'Table', 'Description', 'Link'] as const)(
    'begins in the click, after which Safari refuses: %s',
    async (kind, { openPage }) => {
      const page = await openPage()
      await showTensor(page, { ...secret, values })
      await page.evaluate(writesInClicksOnly)
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('button', { name: `Copy ${kind}`, exact: kind === 'SVG' }).click()
      await page.getByText(`${kind} copied`).waitFor()
    },
  )

  test('says so where the browser refuses', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...secret, values })
    await page.evaluate('navigator.clipboard.write = () => Promise.reject(new Error("no"))')
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('button', { name: 'Copy PNG' }).click()
    await page
      .getByText('The figure was not copied. The browser does not let this page copy.')
      .waitFor()
  })
})

/** Makes the page's clipboard refuse whatever is not begun while a click is handled. */
function writesInClicksOnly(): void {
  let isInClick = false
  addEventListener('click', () => (isInClick = true), { capture: true })
  addEventListener('click', () => (isInClick = false))
  const whileInClick = async (): Promise<void> => {
    if (!isInClick) throw new DOMException('not in a click', 'NotAllowedError')
  }
  Object.assign(navigator.clipboard, { write: whileInClick, writeText: whileInClick })
  document.execCommand = () => false
}
