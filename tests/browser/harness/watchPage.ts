import type { BrowserContext } from 'playwright-core'

/**
 * Notes what no test of the page may cause: console output (violations of the page's policy are there too), an uncaught
 * error, a request to anything but the page itself and what it makes (`data:`, `blob:`). The returned list, a line each,
 * grows until the context is closed.
 */
export function watchPage(
  context: BrowserContext,
  pageUrl: string,
  allowedUrls: readonly string[],
): readonly string[] {
  const problems: string[] = []
  context.on('console', (message) => problems.push(`console ${message.type()}: ${message.text()}`))
  context.on('weberror', (error) => problems.push(`uncaught: ${String(error.error())}`))
  context.on('request', (request) => {
    const url = request.url()
    if (/^(?:data|blob):/.test(url)) return
    const isAllowed = [pageUrl, ...allowedUrls].includes(url.replace(/#.*$/, ''))
    if (!isAllowed) problems.push(`request to ${url}`)
  })
  return problems
}
