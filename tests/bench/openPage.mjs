import { fileURLToPath } from 'node:url'

const probes = fileURLToPath(new URL('probes.mjs', import.meta.url))

/**
 * Opens a page in a context, and so in a process, of its own. `failed` rejects when the page crashes or throws; `session`
 * speaks the browser's protocol with it.
 */
export async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  await context.addInitScript({ path: probes })
  const page = await context.newPage()
  const failed = new Promise((_, reject) => {
    page.once('crash', () => reject(new Error('the page crashed')))
    page.once('pageerror', (error) => reject(new Error(`the page threw: ${firstLine(error)}`)))
  })
  // Nobody may be waiting when it happens.
  failed.catch(() => undefined)
  const session = await context.newCDPSession(page)
  await page.goto(url)
  return { browser, context, page, session, failed }
}

export function firstLine(error) {
  return String(error.message ?? error)
    .split('\n')[0]
    .slice(0, 160)
}
