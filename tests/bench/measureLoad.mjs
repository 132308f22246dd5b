import { scriptBytes, watchPeak } from './memory.mjs'
import { withLimit } from './withLimit.mjs'

const LIMIT_MS = 120_000

/**
 * Gives a file to an open page and waits for its figure. Times in milliseconds from when the page was handed the file;
 * memory in bytes above that of the page before.
 */
export async function measureLoad(opened, { file, hasSample }) {
  const { page } = opened
  const earlier = hasSample === true ? 1 : 0
  if (earlier > 0) await within(opened, 'the first figure', painted(page, 0))
  const before = await within(opened, 'memory', scriptBytes(opened))
  const endWatch = await watchPeak(opened)
  await page.evaluate('benchProbes.longestTask()')
  try {
    const loaded = painted(page, earlier)
    loaded.catch(() => undefined)
    await within(opened, 'taking the file', page.locator('input[type=file]').setInputFiles(file))
    const times = await within(opened, 'a figure', loaded)
    const peakBytes = endWatch()
    const longestTaskMs = await page.evaluate('benchProbes.longestTask()')
    const after = await within(opened, 'memory', scriptBytes(opened))
    return {
      loadMs: times.painted - times.received,
      parseMs: times.parsed === undefined ? undefined : times.parsed - times.received,
      loadTaskMs: longestTaskMs,
      scriptBytes: after - before,
      peakBytes,
    }
  } finally {
    endWatch()
  }
}

/** The same limit for every step, and an end as soon as the page fails. */
export function within({ failed }, what, promise) {
  return withLimit(LIMIT_MS, what, Promise.race([promise, failed]))
}

function painted(page, index) {
  return page.evaluate(`benchProbes.painted(${index})`)
}
