import { setTimeout as pause } from 'node:timers/promises'
import { inTurn } from './inTurn.mjs'
import { withLimit } from './withLimit.mjs'

const LIMIT_MS = 20_000
const STEP_LIMIT_MS = 10_000
/** How long frames are watched after a step: enough for the exact picture that follows a stretched one. */
const WATCH_MS = 250

/** Wheel steps into the figure, and out again; in CSS pixels of the wheel. */
const steps = [...Array.from({ length: 10 }, () => -120), ...Array.from({ length: 10 }, () => 120)]

/**
 * Turns the wheel over the middle of the cells. Returns the longest time between two frames after each step, the main
 * thread's longest task meanwhile (0 where none took 50), both in milliseconds, and whether the picture changed.
 */
export async function measureZoom({ page, failed }, plot) {
  await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2)
  await pause(WATCH_MS)
  const before = await page.screenshot({ clip: plot })
  let zoomed = before
  await page.evaluate('benchProbes.longestTask()')
  const end = performance.now() + LIMIT_MS
  const gaps = await inTurn(steps, async (step) => {
    const left = Math.min(STEP_LIMIT_MS, end - performance.now())
    if (left <= 0) return undefined
    if (step > 0 && zoomed === before) zoomed = await page.screenshot({ clip: plot })
    const gap = gapAfter(page, step)
    return withLimit(left, 'a step', Promise.race([gap, failed])).catch(() => undefined)
  })
  return {
    zoomGaps: gaps.filter((gap) => gap !== undefined),
    zoomTaskMs: await page.evaluate('benchProbes.longestTask()'),
    isZooming: !before.equals(zoomed),
  }
}

async function gapAfter(page, step) {
  await page.evaluate(`benchProbes.watchGap(${WATCH_MS})`)
  await page.mouse.wheel(0, step)
  return page.evaluate('benchProbes.longestGap()')
}
