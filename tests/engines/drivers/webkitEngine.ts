import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
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

/** The height of MiniBrowser's own controls. */
const BAR_HEIGHT = 38

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
  { width, height }: Viewport,
  home: string,
): Promise<PageDriver> {
  // The page decides what it shows by the width that it finds.
  await driver.send('POST', 'window/rect', { width, height: height + BAR_HEIGHT })
  await driver.send('POST', 'url', { url })
  const evaluate = evaluatorOf(driver)
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
    save: (start) => downloadTo(home, start),
    screenshot: async () => Buffer.from(await driver.send<string>('GET', 'screenshot'), 'base64'),
    problems: () => evaluate(readProblems),
    close: async () => {
      await evaluate(forget)
      await driver.send('POST', 'url', { url: 'about:blank' })
    },
  }
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
function forget(): void {
  localStorage.clear()
  sessionStorage.clear()
}
