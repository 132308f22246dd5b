import { rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { chooseAxes, isAxesChoice } from './harness/axesMenu'
import { dropFiles } from './harness/dropFiles'
import { figureName } from './harness/figureName'
import { fixturePath } from './harness/fixturePath'
import { keepFile } from './harness/keepFile'
import { openBuiltPage } from './harness/openBuiltPage'
import { openTensor } from './harness/openTensor'
import { test } from './harness/pageTest'

/** Fifty thousand rows of text, which take a while. */
const large = Buffer.from(`[${`[${'0.5,'.repeat(199)}1],`.repeat(49_999)}[1]]`)

let server: Server
let address = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    const headers = { 'access-control-allow-origin': '*', 'content-length': '1000' }
    if (request.url === '/silent.json') response.writeHead(200, headers).write('[[')
    else if (request.url === '/cut.json') {
      response.writeHead(200, headers).write('[[', () => response.destroy())
    } else if (request.url === '/loop.json') {
      response.writeHead(302, { 'access-control-allow-origin': '*', location: '/loop.json' }).end()
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  address = `http://127.0.0.1:${port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function cancel(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Cancel' }).click()
}

/** Whatever happened before, the next file opens. */
async function expectOpens(page: Page): Promise<void> {
  await openTensor(page, fixturePath('opens/one-cell.json'))
  await expect.poll(() => figureName(page)).toBe('one-cell')
}

test('a file dropped before the first figure is shown stays shown', async ({ openPage }) => {
  const page = await openPage()
  await openTensor(page, fixturePath('opens/one-cell.json'))
  await page.getByRole('tab').nth(1).waitFor()
  expect(await page.getByRole('tab').allTextContents()).toEqual(['meta-token-2', 'one-cell.json'])
  await expect.poll(() => figureName(page)).toBe('one-cell')
})

describe('a file that changes', () => {
  test.for([
    ['is written anew', (path: string) => writeFileSync(path, '[[1]]')],
    ['is deleted', (path: string) => rmSync(path)],
  ] as const)('and %s before it is read is told', async ([, change], { openPage }) => {
    const page = await openPage()
    const title = await figureName(page)
    const [first, second] = ['first.json', 'second.json'].map((name) =>
      keepFile({ name, bytes: large }),
    )
    if (first === undefined || second === undefined) throw new Error('no files')
    await openTensor(page, first, second)
    change(second)
    const alert = page.getByRole('alert')
    await alert.getByText('second.json was not opened.').waitFor()
    await expect.poll(() => figureName(page)).not.toBe(title)
    await expectOpens(page)
  })
})

describe('a drop while another file is read', () => {
  test('waits, which the page says, and opens when that one is cancelled', async ({ openPage }) => {
    const page = await openPage()
    const title = await figureName(page)
    await dropFiles(page, [keepFile({ name: 'first.json', bytes: large })])
    await dropFiles(page, [fixturePath('opens/one-cell.json')])
    await page.getByText('first.json, then one-cell.json ·').waitFor()
    expect(await figureName(page)).toBe(title)
    await cancel(page)
    await expect.poll(() => figureName(page)).toBe('one-cell')
    expect(await page.getByRole('tab', { name: 'first.json' }).count()).toBe(0)
  })

  test('does not wait for an address that never answers', async ({ openPage }) => {
    const data = `${address}/silent.json`
    const page = await openPage({ from: 'served', hash: `data=${data}`, allowedUrls: [data] })
    await page.getByRole('progressbar', { name: 'Reading silent.json' }).waitFor()
    await expectOpens(page)
    await cancel(page)
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await page.getByText('was not opened').count()).toBe(0)
  })

  test('does not wait for the answer to a question, which stays', async ({ openPage }) => {
    const data = `${address}/silent.json`
    const page = await openPage({ hash: `data=${data}`, allowedUrls: [data] })
    const question = page.getByRole('group', { name: 'Request of a link' })
    await question.waitFor()
    await expectOpens(page)
    await question.getByRole('button', { name: 'Refuse' }).click()
    await page.getByRole('alert').getByText('because you refused it').waitFor()
  })
})

describe('an address', () => {
  test('that is changed while its file is loaded opens the new one', async ({ openPage }) => {
    const data = `${address}/silent.json`
    const page = await openPage({ from: 'served', hash: `data=${data}`, allowedUrls: [data] })
    await page.getByRole('progressbar', { name: 'Reading silent.json' }).waitFor()
    await page.evaluate("location.hash = 'data=sample:five-lists'")
    await expect.poll(() => figureName(page)).toContain('five lists')
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await page.goBack()
    await page.getByRole('progressbar', { name: 'Reading silent.json' }).waitFor()
    await page.goForward()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await figureName(page)).toContain('five lists')
    await expectOpens(page)
  })

  // The browser itself writes failed requests to the console, which no page can prevent.
  test.for([
    ['/cut.json', 'The connection broke before the download was complete.'],
    ['/loop.json', 'This page could not download the file from'],
  ] as const)('of a server that fails, %s, is told', async ([path, sentence], { browser }) => {
    const { page, close } = await openBuiltPage(browser, {
      from: 'served',
      hash: `data=${address}${path}`,
    })
    await page.getByRole('alert').getByText(sentence).waitFor()
    await expectOpens(page)
    await close()
  })

  test('cannot be reached offline, which is told; files still open', async ({ browser }) => {
    const { page, close } = await openBuiltPage(browser, { from: 'served' })
    await figureName(page)
    await page.context().setOffline(true)
    await page.evaluate(`location.hash = 'data=${address}/silent.json'`)
    await page.getByRole('alert').getByText('This page could not download').waitFor()
    await expectOpens(page)
    await close()
  })
})

describe('a storage', () => {
  test.for([
    [
      'is full',
      'Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError") }',
    ],
    [
      'is denied',
      'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError") } })',
    ],
  ] as const)(
    'that %s takes nothing but the memory of settings',
    async ([, script], { openPage }) => {
      const page = await openPage()
      await page.addInitScript(script)
      await page.reload()
      await chooseAxes(page, '0 at top')
      expect(await isAxesChoice(page, '0 at top')).toBe(true)
      await expectOpens(page)
    },
  )
})

test('a drop of 500 files that are none is told in a few sentences', async ({ openPage }) => {
  const page = await openPage()
  const title = await figureName(page)
  const files = Array.from({ length: 500 }, (_, i) => ({ name: `bad-${i}.json`, text: '[[' }))
  await openTensor(page, ...files)
  await page.getByText('… and 492 more').waitFor()
  expect(await page.getByText('was not opened').count()).toBeLessThan(10)
  expect(await figureName(page)).toBe(title)
  await expectOpens(page)
})

test('a page that is closed or reloaded while it reads and exports opens again', async ({
  openPage,
}) => {
  const page = await openPage()
  await figureName(page)
  const file = keepFile({ name: 'large.json', bytes: large })
  await openTensor(page, file)
  await page.getByRole('progressbar').waitFor()
  await page.reload()
  await figureName(page)
  await openTensor(page, file)
  await page.getByRole('progressbar').waitFor()
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('button', { name: 'PNG', exact: true }).click()
  await page.close()
})
