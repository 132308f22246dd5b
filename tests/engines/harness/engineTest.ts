import { inject, test as base } from 'vitest'
import { expectQuiet } from '../../browser/harness/openBuiltPage'
import { startChromium } from '../drivers/chromiumEngine'
import { startFirefox } from '../drivers/firefoxEngine'
import type { Engine, EngineOptions, PageDriver, Viewport } from '../drivers/PageDriver'
import { startWebKit } from '../drivers/webkitEngine'

const starters = { Chromium: startChromium, Firefox: startFirefox, WebKit: startWebKit }

export type EngineName = keyof typeof starters

export interface OpenOptions extends EngineOptions {
  /** An address, or the built page from either place; default `file`. */
  readonly url?: string
  readonly viewport?: Viewport
}

export type OpenPage = (engine: EngineName, options?: OpenOptions) => Promise<PageDriver>

interface Fixtures {
  /** Every browser that was started in this run, by engine and color scheme. */
  readonly engines: Map<string, Promise<Engine>>
  /**
   * Opens the built page, from disk by default, and ends the one that was opened before. The test fails for what a page
   * should not have caused.
   */
  readonly open: OpenPage
}

/** Vitest's `test` with the built page in several engines. */
export const test = base.extend<Fixtures>({
  engines: [
    // oxlint-disable-next-line no-empty-pattern -- Vitest reads the names of the fixtures that one needs from this pattern, so it must be one, if an empty one
    async ({}, provide) => {
      const engines = new Map<string, Promise<Engine>>()
      await provide(engines)
      await Promise.all(Array.from(engines.values(), async (engine) => (await engine).close()))
    },
    { scope: 'worker' },
  ],
  open: async ({ engines }, provide) => {
    const problems: string[] = []
    let leave: (() => Promise<void>) | undefined
    await provide(async (name, { colorScheme = 'light', url, viewport } = {}) => {
      await leave?.()
      const key = `${name} ${colorScheme}`
      const started = engines.get(key) ?? starters[name]({ colorScheme })
      engines.set(key, started)
      const engine = await started
      leave = async () => {
        // A page that answers nothing takes its browser with it: the next test starts another.
        engines.delete(key)
        try {
          problems.push(...(await page.problems()))
          await page.close()
          engines.set(key, started)
        } catch (error) {
          await engine.close()
          throw error
        }
      }
      const page = await engine.open(url ?? inject('fileUrl'), viewport)
      return page
    })
    await leave?.()
    expectQuiet(problems)
  },
})
