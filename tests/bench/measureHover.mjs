import { setTimeout as pause } from 'node:timers/promises'
import { inTurn } from './inTurn.mjs'
import { withLimit } from './withLimit.mjs'

const MOVE_COUNT = 60
const LIMIT_MS = 20_000
const MOVE_LIMIT_MS = 10_000

/**
 * Moves the pointer over the cells, and returns for each move the milliseconds from its event to the second frame after
 * it. Fewer than there could be where the page takes too long.
 */
export async function measureHover({ page, failed }, plot) {
  const end = performance.now() + LIMIT_MS
  await enter(page, plot, 20)
  const steps = Array.from({ length: MOVE_COUNT }, (_, index) => index)
  const times = await inTurn(steps, async (step) => {
    const left = Math.min(MOVE_LIMIT_MS, end - performance.now())
    if (left <= 0) return undefined
    const time = timeOfMove(page, pointOf(step, plot))
    const result = await withLimit(left, 'a move', Promise.race([time, failed])).catch(
      () => undefined,
    )
    // Of varying length, so that the moves do not fall into step with the frames.
    await pause(30 + ((step * 17) % 23))
    return result
  })
  return times.filter((time) => time !== undefined)
}

/** Moves until the page notices: a browser may drop the first events of a page that it has just painted. */
async function enter(page, plot, tries) {
  await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height / 2 + (tries % 2))
  await pause(50)
  if (tries > 1 && (await page.evaluate('benchProbes.moveCount()')) === 0) {
    await enter(page, plot, tries - 1)
  }
}

async function timeOfMove(page, { x, y }) {
  const count = await page.evaluate('benchProbes.moveCount()')
  await page.mouse.move(x, y)
  return page.evaluate(`benchProbes.moveTime(${count})`)
}

/** From the left to the right, up and down on the way. */
function pointOf(step, plot) {
  const across = (step + 0.5) / MOVE_COUNT
  const down = ((step * 7) % MOVE_COUNT) / MOVE_COUNT
  return {
    x: plot.x + plot.width * (0.03 + 0.94 * across),
    y: plot.y + plot.height * (0.05 + 0.9 * down),
  }
}
