import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { dropFiles } from './harness/dropFiles'
import { findAxeViolations } from './harness/findAxeViolations'
import { test } from './harness/pageTest'
import { watchPage } from './harness/watchPage'

// What the harness would not notice, no browser test can promise.
const disturbances: readonly [name: string, disturb: (page: Page) => Promise<unknown>][] = [
  ['a line on the console', (page) => page.evaluate('console.info("a line")')],
  ['an uncaught error', (page) => page.evaluate('setTimeout(() => { throw new Error("lost") })')],
  ['a script that the policy refuses', (page) => page.evaluate(addScript)],
  ['a picture of another host', (page) => page.evaluate(addForeignPicture)],
  ['a request for another file', (page) => page.evaluate('fetch("other.json")')],
]

test.for(disturbances)('the harness notices %s', async ([, disturb], { browser }) => {
  const url = inject('servedUrl')
  const context = await browser.newContext()
  const problems = watchPage(context, url, [])
  const page = await context.newPage()
  await page.goto(url)
  expect(problems).toEqual([])
  await disturb(page)
  await expect.poll(() => problems.length).toBeGreaterThan(0)
  await context.close()
})

test('the harness drops real files, with events that the browser itself sends', async ({
  browser,
}) => {
  const page = await browser.newPage()
  await page.evaluate(listenForDrop)
  await dropFiles(page, [fileURLToPath(import.meta.url)])
  await expect.poll(() => page.title()).toBe('harness.test.ts, trusted: true')
  await page.context().close()
})

test('the harness finds what axe finds', async ({ browser }) => {
  const page = await browser.newPage()
  await page.setContent('<html lang="en"><title>a</title><main><h1>a</h1><img src="data:,"></main>')
  expect(await findAxeViolations(page)).toEqual([expect.stringMatching(/^image-alt: .+ \(img\)$/)])
  await page.context().close()
})

/** Runs in the page. */
function listenForDrop(): void {
  document.addEventListener('dragover', (event) => event.preventDefault())
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    const [file] = event.dataTransfer?.files ?? []
    document.title = `${file?.name}, trusted: ${event.isTrusted}`
  })
}

/** Runs in the page. */
function addScript(): void {
  const script = document.createElement('script')
  script.textContent = 'document.title = "changed"'
  document.body.append(script)
}

/** Runs in the page. */
function addForeignPicture(): void {
  const picture = new Image()
  picture.src = 'https://example.invalid/picture.png'
  document.body.append(picture)
}
