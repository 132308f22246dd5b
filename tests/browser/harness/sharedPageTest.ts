import type { Page } from 'playwright-core'
import type { TestAPI } from 'vitest'
import { expectQuiet, openBuiltPage, type BuiltPage, type OpenOptions } from './openBuiltPage'
import { test } from './pageTest'
import { showWhole } from './showWhole'

interface SharedFixtures {
  /** The page of the whole file. */
  readonly built: BuiltPage
  /** The same page, its figure whole again and the pointer beside it. The test fails for what `watchPage` noted. */
  readonly page: Page
}

/**
 * `test` with one page for all tests of a file, where to open what they look at takes longer than to look. `reach`
 * brings the page there, once.
 */
export function sharedPageTest(
  reach: (page: Page) => Promise<unknown>,
  options: OpenOptions = {},
): TestAPI<SharedFixtures> {
  return test.extend<SharedFixtures>({
    built: [
      async ({ browser }, provide) => {
        const built = await openBuiltPage(browser, options)
        await reach(built.page)
        await provide(built)
        await built.close()
      },
      { scope: 'file' },
    ],
    page: async ({ built }, provide) => {
      await showWhole(built.page)
      await provide(built.page)
      expectQuiet(built.problems)
    },
  })
}
