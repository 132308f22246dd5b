import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { watchPage } from './watchPage'

export interface OpenOptions {
  /** Where the page comes from; default `file`, since to serve it takes the same machine longer. */
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
  /** Whether no other test may have used the page before, nor use it later; default false. */
  readonly isFresh?: boolean
}

const defaultViewport = { width: 1280, height: 800 }

export interface BuiltPage {
  readonly page: Page
  /** What `watchPage` noted so far, a line each. */
  readonly problems: readonly string[]
  /** Closes the page's context. */
  readonly close: () => Promise<void>
}

/** Opens the built page in a fresh context. */
export async function openBuiltPage(
  browser: Browser,
  options: OpenOptions = {},
): Promise<BuiltPage> {
  const context = await browser.newContext({
    viewport: options.viewport ?? defaultViewport,
    colorScheme: options.colorScheme ?? 'light',
    ...options.context,
  })
  // Far more than the page needs, far less than the test has: what is missing is named, not the test.
  context.setDefaultTimeout(50_000)
  const url = inject(options.from === 'served' ? 'servedUrl' : 'fileUrl')
  const problems = watchPage(context, url, options.allowedUrls ?? [])
  const page = await context.newPage()
  await page.goto(addressOf(options))
  return { page, problems, close: () => context.close() }
}

/** Opens the built page in the place of an empty one, whose context has been made for the same options. */
export async function openInPlace(page: Page, options: OpenOptions): Promise<void> {
  const { viewport = defaultViewport, colorScheme = 'light', context } = options
  await page.setViewportSize(context?.viewport ?? viewport)
  await page.emulateMedia({
    colorScheme,
    reducedMotion: context?.reducedMotion ?? 'no-preference',
    forcedColors: context?.forcedColors ?? 'none',
  })
  await page.goto(addressOf(options))
}

/** Ends the built page, with all that it stored, and leaves an empty one. Rejects if there are other pages. */
export async function emptyPage(page: Page): Promise<void> {
  if (page.context().pages().length > 1) throw new Error('other pages are open')
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.goto('about:blank')
}

function addressOf({ from, hash }: OpenOptions): string {
  const url = inject(from === 'served' ? 'servedUrl' : 'fileUrl')
  return hash === undefined ? url : `${url}#${hash}`
}

/** Throws where there are problems, naming them. */
export function expectQuiet(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(`the page was not quiet:\n${problems.join('\n')}`)
}
