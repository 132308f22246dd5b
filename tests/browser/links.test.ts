import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { chooseAxes, isAxesChoice } from './harness/axesMenu'
import { figureName } from './harness/figureName'
import { openBuiltPage } from './harness/openBuiltPage'
import { test } from './harness/pageTest'
import { showTensor } from './harness/showTensor'
import { startServer } from './harness/startServer'

const tensor = { title: 'Remote', queries: ['one', 'two'], values: [[[0.5, 1]], [[0.25, 2]]] }

let server: Awaited<ReturnType<typeof startServer>>
let address = ''
let requestCount = 0

beforeAll(async () => {
  server = await startServer((request, response) => {
    requestCount++
    const isOpen = request.url !== '/closed.json'
    const isThere = request.url === '/tensor.json' || !isOpen
    response.writeHead(isThere ? 200 : 404, isOpen ? { 'access-control-allow-origin': '*' } : {})
    response.end(isThere ? JSON.stringify(tensor) : 'no')
  })
  ;({ address } = server)
})

afterAll(() => {
  server.close()
})

async function hashOf(page: Page): Promise<string> {
  return new URL(page.url()).hash
}

describe('the address', () => {
  test('holds the view, which a reload shows again', async ({ openPage }) => {
    const page = await openPage()
    await chooseAxes(page, 'Position')
    await expect.poll(() => hashOf(page)).toBe('#axis=position')
    await chooseAxes(page, '0 at top')
    await expect.poll(() => hashOf(page)).toBe('#axis=position&layers=down')
    await page.reload()
    await figureName(page)
    expect(await isAxesChoice(page, 'Position')).toBe(true)
    expect(await isAxesChoice(page, '0 at top')).toBe(true)
  })

  test('of a sample names it', async ({ openPage }) => {
    const page = await openPage({ hash: 'data=sample:list-recall&query=1&cell=2,3' })
    await page.getByTestId('mark').waitFor()
    await expect
      .poll(() => page.getByTestId('readout').textContent())
      .toContain('layer 2 · token 3')
    await page.evaluate("location.hash = 'data=sample:list-recall&axis=position'")
    await expect.poll(() => page.getByTestId('mark').count()).toBe(0)
    expect(await isAxesChoice(page, 'Position')).toBe(true)
  })

  test('of a file that was dropped names no query and no cell of it', async ({ openPage }) => {
    const page = await openPage()
    await showTensor(page, { ...tensor, view: { query: 1, cell: [0, 1], axis: 'position' } })
    await chooseAxes(page, '0 at top')
    await expect.poll(() => hashOf(page)).toBe('#layers=down')
  })

  test('that has something unknown says so, and the rest of it holds', async ({ openPage }) => {
    const page = await openPage({ hash: 'axis=position&color=red' })
    await page.getByText('The address has color = "red"').waitFor()
    expect(await isAxesChoice(page, 'Position')).toBe(true)
  })

  test('with embed hides everything but the figure and its readout', async ({ openPage }) => {
    const page = await openPage({ hash: 'embed=1', viewport: { width: 600, height: 300 } })
    await figureName(page)
    expect(await page.getByRole('button', { name: 'Export' }).count()).toBe(0)
    await expect.poll(() => page.getByTestId('figure').boundingBox()).toMatchObject({ y: 0 })
  })
})

describe('a tensor on a server', () => {
  test('opens from its address, in the view of the link', async ({ openPage }) => {
    const data = `${address}/tensor.json`
    const page = await openPage({
      from: 'served',
      hash: `data=${data}&query=1`,
      allowedUrls: [data],
    })
    await expect.poll(() => figureName(page)).toBe('Remote')
    const texts = await page.getByTestId('figure').locator('text').allTextContents()
    expect(texts.join('\n')).toContain('Token past of two')
    await page.reload()
    await expect.poll(() => figureName(page)).toBe('Remote')
  })

  test('on this computer is read only when the reader allows it', async ({ openPage }) => {
    const data = `${address}/tensor.json`
    const before = requestCount
    const page = await openPage({ hash: `data=${data}`, allowedUrls: [data] })
    const question = page.getByRole('group', { name: 'Request of a link' })
    await question.getByText('on this computer').waitFor()
    await question.getByRole('button', { name: 'Refuse' }).click()
    await page.getByRole('alert').getByText('because you refused it').waitFor()
    expect(requestCount).toBe(before)
    await page.reload()
    await question.getByRole('button', { name: 'Open it' }).click()
    await expect.poll(() => figureName(page)).toBe('Remote')
  })

  // The browser itself writes failed requests to the console, which no page can prevent.
  test.for([
    ['/gone.json', 'answered 404 Not Found.'],
    ['/closed.json', 'This page could not download the file from'],
  ] as const)(
    'that cannot be read, %s, is told in a sentence',
    async ([path, sentence], { browser }) => {
      const { page, close } = await openBuiltPage(browser, {
        from: 'served',
        hash: `data=${address}${path}`,
      })
      await page.getByRole('alert').getByText(sentence).waitFor()
      await close()
    },
  )

  test('whose address is none is told in a sentence', async ({ openPage }) => {
    const page = await openPage({ hash: 'data=ftp://example.org/a.json' })
    await page.getByText('is not an address that this page can read').waitFor()
  })
})

describe('another page', () => {
  test('opens a tensor here only when the reader lets it', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    await post(page, 'https://sender.example', { simlens: { tensor, title: 'sent' } })
    await page.getByText('asks to open a tensor here.').waitFor()
    await page.getByRole('button', { name: 'Refuse' }).click()
    expect(await page.getByRole('group', { name: 'Request of another page' }).count()).toBe(0)
    expect(await figureName(page)).not.toBe('Remote')
    await post(page, 'https://sender.example', { simlens: { tensor, title: 'sent' } })
    await page.getByLabel('Always allow this origin').check()
    await page.getByRole('button', { name: 'Open it' }).click()
    await expect.poll(() => figureName(page)).toBe('Remote')
    await post(page, 'https://sender.example', {
      simlens: { tensor: { ...tensor, title: 'Second' } },
    })
    await expect.poll(() => figureName(page)).toBe('Second')
    await post(page, 'https://other.example', { simlens: { buffer: 3 } })
    await page.getByText('A message from https://other.example was refused').waitFor()
  })

  test('shows nothing of what it sends before the reader lets it, however much that is', async ({
    openPage,
  }) => {
    const page = await openPage()
    await figureName(page)
    const view = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`key ${i}`, i]))
    await post(page, 'https://sender.example', { simlens: { tensor, title: 'Rude', view } })
    await page.getByText('asks to open a tensor here.').waitFor()
    expect(await page.getByText('Rude').count()).toBe(0)
    expect(await page.getByText('The message’s view').count()).toBe(0)
    await page.getByRole('button', { name: 'Open it' }).click()
    await page.getByText('… and 19,995 more').waitFor()
    expect(await page.getByText('The message’s view').count()).toBe(5)
  })

  test('that sends a thousand messages asks once', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    await page.evaluate(
      (data) => {
        for (let i = 0; i < 1000; i++) {
          window.dispatchEvent(new MessageEvent('message', { origin: 'https://s.example', data }))
        }
      },
      { simlens: { tensor } },
    )
    await page.getByText('asks to open 5 tensors here.').waitFor()
    await page.getByRole('button', { name: 'Refuse' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Refuse' }).count()).toBe(0)
  })

  test('hears that the page is there', async ({ openPage }) => {
    const page = await openPage()
    await figureName(page)
    const heard = await page.evaluate(
      () =>
        new Promise((resolve) => {
          window.addEventListener('message', ({ data }) => data === 'PONG' && resolve(data))
          window.postMessage('PING', '*')
        }),
    )
    expect(heard).toBe('PONG')
  })
})

/** As if a page of this origin had sent the message. */
async function post(page: Page, origin: string, data: unknown): Promise<void> {
  await page.evaluate(
    ([from, content]) => {
      window.dispatchEvent(new MessageEvent('message', { origin: String(from), data: content }))
    },
    [origin, data],
  )
}
