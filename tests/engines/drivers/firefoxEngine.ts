import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch, type Browser, type Frame, type KeyInput, type Page } from 'puppeteer-core'
import { inject } from 'vitest'
import { callOf } from './callOf'
import { withDeadline } from './deadline'
import { downloadTo } from './downloadTo'
import { keyNames } from './keyNames'
import { noteProblems, readProblems } from './noteProblems'
import {
  defaultViewport,
  type Engine,
  type EngineOptions,
  type PageDriver,
  type Viewport,
} from './PageDriver'

/** Starts Firefox. */
export async function startFirefox({ colorScheme = 'light' }: EngineOptions = {}): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'simlens-firefox-'))
  const browser = await launch({
    browser: 'firefox',
    executablePath: inject('firefoxPath'),
    // As elsewhere: a busy machine takes long to start it.
    timeout: 120_000,
    extraPrefsFirefox: {
      'browser.download.dir': folder,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      // Else a PDF that is saved is shown too, in front of the page, which then draws no frames.
      'pdfjs.disabled': true,
      'browser.helperApps.neverAsk.saveToDisk': '*/*',
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    },
  })
  return {
    open: (url, viewport = defaultViewport) => open(browser, url, viewport, folder),
    close: async () => {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function open(
  browser: Browser,
  url: string,
  viewport: Viewport,
  folder: string,
): Promise<PageDriver> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  page.setDefaultTimeout(50_000)
  await page.setViewport(viewport)
  await page.evaluateOnNewDocument(noteProblems)
  const problems: string[] = []
  page.on('console', (message) => problems.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => problems.push(`uncaught: ${String(error)}`))
  await page.goto(url)
  const evaluate = evaluatorOf(() => page.mainFrame())
  return {
    evaluate,
    evaluateInFrame: evaluatorOf(() => page.frames()[1]),
    moveTo: (x, y) => withDeadline('mouse', page.mouse.move(x, y)),
    click: (x, y) => withDeadline('mouse', page.mouse.click(x, y)),
    wheel: async (x, y, deltaY) => {
      await withDeadline('mouse', page.mouse.move(x, y))
      await withDeadline('wheel', page.mouse.wheel({ deltaY }))
    },
    press: (keys) => withDeadline('keys', press(page, keys)),
    chooseFiles: async (...paths) => {
      const input = await withDeadline('files', page.$('input[type=file]'))
      if (input === null) throw new Error('the page has no input for files')
      await withDeadline('files', input.uploadFile(...paths))
    },
    save: (start) => downloadTo(folder, start),
    screenshot: async () => Buffer.from(await withDeadline('screenshot', page.screenshot())),
    problems: async () => [...problems, ...(await evaluate(readProblems))],
    close: () => withDeadline('close', context.close()),
  }
}

function evaluatorOf(frame: () => Frame | undefined): PageDriver['evaluate'] {
  return async <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => {
    const target = frame()
    if (target === undefined) throw new Error('the page has no frame')
    return withDeadline('evaluate', target.evaluate<[], () => Result>(callOf(run, args)))
  }
}

async function press(page: Page, keys: string): Promise<void> {
  const names = keyNames(keys) as KeyInput[]
  /* oxlint-disable no-await-in-loop -- a hand presses one after the other */
  for (const name of names) await page.keyboard.down(name)
  for (const name of names.toReversed()) await page.keyboard.up(name)
  /* oxlint-enable no-await-in-loop */
}
