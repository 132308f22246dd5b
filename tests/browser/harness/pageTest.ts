import type { Browser, Page } from 'playwright-core'
import { test as base } from 'vitest'
import { launchChromium } from './launchChromium'
import {
  emptyPage,
  expectQuiet,
  openBuiltPage,
  openInPlace,
  type BuiltPage,
  type OpenOptions,
} from './openBuiltPage'

export type OpenPage = (options?: OpenOptions) => Promise<Page>

interface Fixtures {
  /** One browser for all tests of a worker. */
  readonly browser: Browser
  /** Empty pages that tests of this file have left, by the options of their contexts. */
  readonly keptPages: Map<string, BuiltPage>
  /**
   * Opens the built page with nothing stored: where a test of the file before has left a page, or in a fresh context.
   * The test fails at its end for anything that `watchPage` noted.
   */
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
  keptPages: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, provide) => {
      const kept = new Map<string, BuiltPage>()
      await provide(kept)
      await Promise.all(Array.from(kept.values(), ({ close }) => close()))
    },
    { scope: 'file' },
  ],
  openPage: async ({ browser, keptPages, task }, provide) => {
    const opened: (readonly [kind: string, built: BuiltPage])[] = []
    await provide(async (options = {}) => {
      const { hash: _hash, viewport: _viewport, isFresh, ...context } = options
      const kind = isFresh === true ? '' : JSON.stringify(context)
      const kept = keptPages.get(kind)
      keptPages.delete(kind)
      if (kept !== undefined) await openInPlace(kept.page, options)
      const built = kept ?? (await openBuiltPage(browser, options))
      opened.push([kind, built])
      return built.page
    })
    const problems = opened.flatMap(([, built]) => built.problems)
    const isQuiet = problems.length === 0 && task.result?.state !== 'fail'
    const leave = async ([kind, built]: (typeof opened)[number]): Promise<void> => {
      if (kind === '' || !isQuiet || keptPages.has(kind)) return built.close()
      keptPages.set(kind, built)
      return emptyPage(built.page).catch(() => {
        keptPages.delete(kind)
        return built.close()
      })
    }
    await Promise.all(opened.map(leave))
    expectQuiet(problems)
  },
})
