import type { Browser, Frame } from 'playwright-core'
import { launchChromium } from '../../browser/harness/launchChromium'
import { saveDownload } from '../../browser/harness/saveDownload'
import { callOf } from './callOf'
import { withDeadline } from './deadline'
import { noteProblems, readProblems } from './noteProblems'
import {
  defaultViewport,
  type Engine,
  type EngineOptions,
  type PageDriver,
  type Viewport,
} from './PageDriver'

/** Starts Chromium. */
export async function startChromium({
  colorScheme = 'light',
}: EngineOptions = {}): Promise<Engine> {
  const browser = await launchChromium()
  return {
    open: (url, viewport = defaultViewport) => open(browser, url, viewport, colorScheme),
    close: () => browser.close(),
  }
}

async function open(
  browser: Browser,
  url: string,
  viewport: Viewport,
  colorScheme: 'light' | 'dark',
): Promise<PageDriver> {
  const context = await browser.newContext({ viewport, colorScheme })
  await context.addInitScript(noteProblems)
  const page = await context.newPage()
  const problems: string[] = []
  context.on('console', (message) => problems.push(`console ${message.type()}: ${message.text()}`))
  context.on('weberror', (error) => problems.push(`uncaught: ${String(error.error())}`))
  await page.goto(url)
  const evaluate = evaluatorOf(() => page.mainFrame())
  return {
    evaluate,
    evaluateInFrame: evaluatorOf(() => page.frames()[1]),
    moveTo: (x, y) => page.mouse.move(x, y),
    click: (x, y) => page.mouse.click(x, y),
    wheel: async (x, y, deltaY) => {
      await page.mouse.move(x, y)
      await page.mouse.wheel(0, deltaY)
    },
    press: (keys) => page.keyboard.press(keys),
    chooseFiles: (...paths) =>
      page
        .locator('input[type=file]')
        .first()
        .setInputFiles([...paths]),
    save: (start) => saveDownload(page, start),
    screenshot: () => page.screenshot(),
    problems: async () => [...problems, ...(await evaluate(readProblems))],
    close: () => context.close(),
  }
}

function evaluatorOf(frame: () => Frame | undefined): PageDriver['evaluate'] {
  return async <Args extends readonly unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ) => {
    const target = frame()
    if (target === undefined) throw new Error('the page has no frame')
    return withDeadline('evaluate', target.evaluate<Result>(callOf(run, args)))
  }
}
