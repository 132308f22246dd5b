import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { chooseAxes } from './harness/axesMenu'
import { expectOpens } from './harness/expectOpens'
import { figureName } from './harness/figureName'
import { openBuiltPage } from './harness/openBuiltPage'
import { test } from './harness/pageTest'
import { startServer } from './harness/startServer'

let server: Awaited<ReturnType<typeof startServer>>
let address = ''

beforeAll(async () => {
  server = await startServer((request, response) => {
    const headers = { 'access-control-allow-origin': '*', 'content-length': '1000' }
    if (request.url === '/silent.json') response.writeHead(200, headers).write('[[')
    else if (request.url === '/cut.json') {
      response.writeHead(200, headers).write('[[', () => response.destroy())
    } else if (request.url === '/loop.json') {
      response.writeHead(302, { 'access-control-allow-origin': '*', location: '/loop.json' }).end()
    }
  })
  ;({ address } = server)
})

afterAll(() => {
  server.close()
})

describe('a drop', () => {
  test('does not wait for an address that never answers', async ({ openPage }) => {
    const data = `${address}/silent.json`
    const page = await openPage({ from: 'served', hash: `data=${data}`, allowedUrls: [data] })
    await page.getByRole('progressbar', { name: 'Reading silent.json' }).waitFor()
    await expectOpens(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
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

/** Waits until the view is an entry of the history. */
async function isEntry(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => history.state !== null)).toBe(true)
}

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

  test('that is left for a view of before is loaded no more', async ({ openPage }) => {
    const data = `${address}/silent.json`
    const page = await openPage({ from: 'served', allowedUrls: [data] })
    await isEntry(page)
    const title = await figureName(page)
    await page.evaluate(`location.hash = 'data=${data}'`)
    await page.getByRole('progressbar', { name: 'Reading silent.json' }).waitFor()
    await page.goBack()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(await figureName(page)).toBe(title)
    await expectOpens(page)
  })

  test('that is loaded is not overwritten by a view that changes meanwhile', async ({
    openPage,
  }) => {
    const data = `${address}/silent.json`
    const page = await openPage({ from: 'served', allowedUrls: [data] })
    await isEntry(page)
    await page.evaluate(`location.hash = 'data=${data}'`)
    await page.getByRole('progressbar', { name: 'Reading silent.json' }).waitFor()
    await chooseAxes(page, '0 at top')
    await page.goBack()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    await page.goForward()
    await page.getByRole('progressbar', { name: 'Reading silent.json' }).waitFor()
  })

  test('of a tensor that was closed opens it when the reader goes back to it', async ({
    openPage,
  }) => {
    const page = await openPage({ from: 'served', hash: 'data=sample:five-lists' })
    await expect.poll(() => figureName(page)).toContain('five lists')
    await isEntry(page)
    await page.evaluate("location.hash = 'data=sample:list-recall'")
    await expect.poll(() => figureName(page)).not.toContain('five lists')
    await page.getByRole('button', { name: /^Close five/ }).click()
    await page.goBack()
    await expect.poll(() => figureName(page)).toContain('five lists')
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
