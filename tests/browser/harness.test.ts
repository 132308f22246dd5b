import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { dropFiles } from './harness/dropFiles'
import { figureName } from './harness/figureName'
import { findAxeViolations } from './harness/findAxeViolations'
import { emptyPage, openBuiltPage, openInPlace } from './harness/openBuiltPage'
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

test('a page that is opened where another was has nothing of it', async ({ browser }) => {
  const { page, close } = await openBuiltPage(browser)
  await page.evaluate("localStorage['a'] = sessionStorage['b'] = window.c = '1'")
  await page.setViewportSize({ width: 320, height: 640 })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' })
  await page.mouse.move(160, 320)
  await emptyPage(page)
  await openInPlace(page, { hash: 'query=0' })
  await figureName(page)
  expect(await page.evaluate(traces)).toEqual({ size: '1280 × 800', traces: [] })
  expect(page.url()).toMatch(/#query=0$/)
  await close()
})

/** Runs in the page: what a page before may have left. */
function traces(): { size: string; traces: string[] } {
  const media = ['dark', 'reduce', 'active'].filter((value, k) => {
    return matchMedia(
      `(${['prefers-color-scheme', 'prefers-reduced-motion', 'forced-colors'][k]}: ${value})`,
    ).matches
  })
  const stored = ['a', 'b'].filter((key) => key in localStorage || key in sessionStorage)
  const hovered = Array.from(document.querySelectorAll('svg *:hover'), ({ tagName }) => tagName)
  const kept = 'c' in window ? ['c'] : []
  return {
    size: `${innerWidth} × ${innerHeight}`,
    traces: [...media, ...stored, ...hovered, ...kept],
  }
}

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
