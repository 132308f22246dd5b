import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject } from 'vitest'
import { callOf } from './callOf'
import { downloadTo } from './downloadTo'
import { noteProblems, readProblems } from './noteProblems'
import {
  defaultViewport,
  type Engine,
  type EngineOptions,
  type PageDriver,
  type Viewport,
} from './PageDriver'
import { startSession, type WebDriver } from './WebDriver'
import { startWebKitProcesses } from './webkitProcesses'
import { click, moveTo, press, wheel } from './webkitInput'

/** Starts WebKitGTK's MiniBrowser on a screen in memory. It has one window, which every page is opened in. */
export async function startWebKit({ colorScheme = 'light' }: EngineOptions = {}): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'simlens-webkit-'))
  const theme = colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita'
  const processes = await startWebKitProcesses(home, { GTK_THEME: theme })
  const driver = await startSession(processes.address, {
    timeouts: { script: 300_000, pageLoad: 60_000 },
    'webkitgtk:browserOptions': { binary: inject('miniBrowserPath'), args: ['--automation'] },
  })
  return {
    open: (url, viewport = defaultViewport) => open(driver, url, viewport, home),
    close: async () => {
      await processes.end()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function open(
  driver: WebDriver,
  url: string,
  viewport: Viewport,
  home: string,
): Promise<PageDriver> {
  const evaluate = evaluatorOf(driver)
  // The page decides what it shows by the width that it finds.
  await resize(driver, viewport, evaluate)
  await driver.send('POST', 'url', { url })
  await evaluate(noteProblems)
  return {
    evaluate,
    evaluateInFrame: async (run, ...args) => {
      await driver.send('POST', 'frame', { id: 0 })
      try {
        return await evaluate(run, ...args)
      } finally {
        await driver.send('POST', 'frame', { id: null })
      }
    },
    moveTo: (x, y) => moveTo(driver, x, y),
    click: (x, y) => click(driver, x, y),
    wheel: (x, y, deltaY) => wheel(driver, x, y, deltaY),
    press: (keys) => press(driver, keys),
    chooseFiles: (...paths) => chooseFiles(driver, paths),
    save: async (start) => {
      const file = await downloadTo(home, start)
      // MiniBrowser has added a bar that names the file, at the page's expense.
      await resize(driver, viewport, evaluate)
      return file
    },
    screenshot: async () => Buffer.from(await driver.send<string>('GET', 'screenshot'), 'base64'),
    problems: () => evaluate(readProblems),
    close: async () => {
      await evaluate(forget)
      await driver.send('POST', 'url', { url: 'about:blank' })
    },
  }
}

/** Sizes the window so that the page has a size: MiniBrowser's own bars come and go. */
async function resize(
  driver: WebDriver,
  viewport: Viewport,
  evaluate: PageDriver['evaluate'],
): Promise<void> {
  await expect
    .poll(async () => {
      const page = await evaluate(pageSize)
      const { width, height } = await driver.send<Viewport>('GET', 'window/rect')
      await driver.send('POST', 'window/rect', {
        width: width + viewport.width - page.width,
        height: height + viewport.height - page.height,
      })
      return evaluate(pageSize)
    })
    .toEqual(viewport)
}

type Answer<Result> = { readonly value: Result } | { readonly error: string }

function evaluatorOf(driver: WebDriver): PageDriver['evaluate'] {
  return async <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => {
    const answer = await driver.send<Answer<Result>>('POST', 'execute/async', {
      script: `const done = arguments[0]
        Promise.resolve().then(() => ${callOf(run, args)}).then(
          (value) => done({ value }), (error) => done({ error: String(error) }))`,
      args: [],
    })
    if ('error' in answer) throw new Error(answer.error)
    return answer.value
  }
}

async function chooseFiles(driver: WebDriver, paths: readonly string[]): Promise<void> {
  const element = await driver.send<Record<string, string>>('POST', 'element', {
    using: 'css selector',
    value: 'input[type=file]',
  })
  const [id] = Object.values(element)
  await driver.send('POST', `element/${id}/value`, { text: paths.join('\n') })
}

/** Runs in the page. */
function pageSize(): Viewport {
  return { width: innerWidth, height: innerHeight }
}

/** Runs in the page. */
function forget(): void {
  localStorage.clear()
  sessionStorage.clear()
}
