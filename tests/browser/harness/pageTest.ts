import type { Browser, Page } from 'playwright-core'
import { test as base } from 'vitest'
import { launchChromium } from './launchChromium'
import { expectQuiet, openBuiltPage, type BuiltPage, type OpenOptions } from './openBuiltPage'

export type OpenPage = (options?: OpenOptions) => Promise<Page>

interface Fixtures {
  /** One browser for all tests of a worker. */
  readonly browser: Browser
  /** Opens the built page in a fresh context. The test fails at its end for anything that `watchPage` noted. */
  readonly openPage: OpenPage
}

/** Vitest's `test` with the built page. */
export const test = base.extend<Fixtures>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads the names of the fixtures that one needs from this pattern, so it must be one, if an empty one
    async ({}, provide) => {
      const browser = await launchChromium()
      await provide(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  openPage: async ({ browser }, provide) => {
    const opened: BuiltPage[] = []
    await provide(async (options) => {
      const built = await openBuiltPage(browser, options)
      opened.push(built)
      return built.page
    })
    await Promise.all(opened.map(({ close }) => close()))
    expectQuiet(opened.flatMap(({ problems }) => problems))
  },
})
