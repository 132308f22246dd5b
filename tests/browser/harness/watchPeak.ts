import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

/**
 * Watches the memory of a page's process, in which its workers are too. Returns a function that returns the most bytes
 * above those at the beginning; NaN where the system has no /proc.
 */
export async function watchPeak(page: Page): Promise<() => number> {
  const pid = await processOf(page)
  try {
    // Forgets the peak so far: https://docs.kernel.org/filesystems/proc.html
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    return () => NaN
  }
  const before = bytesOf(pid, 'VmHWM')
  return () => bytesOf(pid, 'VmHWM') - before
}

/** Returns the id of a page's process. The browser does not tell it, so the page is made to grow. */
async function processOf(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (session === undefined) throw new Error('the page has no browser')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const before = ids.map((id) => bytesOf(id, 'VmRSS'))
  const ballast = await page.evaluateHandle('new Uint8Array(2 ** 26).fill(1)')
  const growths = ids.map((id, k) => bytesOf(id, 'VmRSS') - (before[k] ?? NaN))
  await ballast.evaluate('(array) => array.buffer.transfer(0)')
  await ballast.dispose()
  const largest = growths.reduce((most, growth) => Math.max(most, growth), -Infinity)
  return ids[growths.indexOf(largest)] ?? -1
}

/** NaN where there is no such process, or no /proc. */
function bytesOf(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return 1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1])
  } catch {
    return NaN
  }
}
