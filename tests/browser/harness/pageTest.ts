import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { test as base, inject } from 'vitest'
import { launchChromium } from './launchChromium'
import { watchPage } from './watchPage'

export interface OpenOptions {
  /** Where the page comes from; default `served`. */
  readonly from?: 'served' | 'file'
  /** What follows the `#`, without it. */
  readonly hash?: string
  /** In CSS pixels; default 1280 × 800. */
  readonly viewport?: { readonly width: number; readonly height: number }
  /** Default `light`. */
  readonly colorScheme?: 'light' | 'dark'
  /** URLs that the page may ask for in this test, without their hash; default none. */
  readonly allowedUrls?: readonly string[]
  /** Further options of the browser context, such as `hasTouch`. */
  readonly context?: BrowserContextOptions
}

type OpenPage = (options?: OpenOptions) => Promise<Page>

interface Fixtures {
  /** One browser for all tests of a file. */
  readonly browser: Browser
  /** Opens the built page in a fresh context. The test fails at its end for anything that `watchPage` noted. */
  readonly openPage: OpenPage
}

/** Vitest's `test` with the built page. */
export const test = base.extend<Fixtures>({
  browser: [
    // Vitest reads the names of the fixtures that one needs from this pattern, so it must be one, if an empty one.
    // oxlint-disable-next-line no-empty-pattern -- see above
    async ({}, provide) => {
      const browser = await launchChromium()
      await provide(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  openPage: async ({ browser }, provide) => {
    const ends: (() => Promise<readonly string[]>)[] = []
    await provide(async (options = {}) => {
      const { page, end } = await open(browser, options)
      ends.push(end)
      return page
    })
    const problems = (await Promise.all(ends.map((end) => end()))).flat()
    if (problems.length > 0) throw new Error(`the page was not quiet:\n${problems.join('\n')}`)
  },
})

interface Opened {
  readonly page: Page
  /** Closes the context and returns its problems. */
  readonly end: () => Promise<readonly string[]>
}

async function open(browser: Browser, options: OpenOptions): Promise<Opened> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    ...options.context,
  })
  // Far more than the page needs, far less than the test has: what is missing is named, not the test.
  context.setDefaultTimeout(10_000)
  const url = inject(options.from === 'file' ? 'fileUrl' : 'servedUrl')
  const problems = watchPage(context, url, options.allowedUrls ?? [])
  const page = await context.newPage()
  await page.goto(options.hash === undefined ? url : `${url}#${options.hash}`)
  return {
    page,
    end: async () => {
      await context.close()
      return problems
    },
  }
}
