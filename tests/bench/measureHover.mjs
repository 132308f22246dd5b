import { setTimeout as pause } from 'node:timers/promises'
import { inTurn } from './inTurn.mjs'
import { withLimit } from './withLimit.mjs'

const MOVE_COUNT = 60
const LIMIT_MS = 20_000

/**
 * Moves the pointer over the cells, and returns for each move the milliseconds from its event to the second frame after
 * it. Fewer than there could be where the page takes too long.
 */
export async function measureHover({ page, failed }, plot) {
  const end = performance.now() + LIMIT_MS
  const steps = Array.from({ length: MOVE_COUNT }, (_, index) => index)
  const times = await inTurn(steps, async (step) => {
    const left = end - performance.now()
    if (left <= 0) return undefined
    const across = (step + 0.5) / MOVE_COUNT
    const down = ((step * 7) % MOVE_COUNT) / MOVE_COUNT
    const moved = page.evaluate('benchProbes.nextMove()')
    moved.catch(() => undefined)
    const x = plot.x + plot.width * (0.03 + 0.94 * across)
    const y = plot.y + plot.height * (0.05 + 0.9 * down)
    const move = page.mouse.move(x, y).then(() => moved)
    const time = await withLimit(left, 'a move', Promise.race([move, failed])).catch(
      () => undefined,
    )
    // Of varying length, so that the moves do not fall into step with the frames.
    await pause(30 + ((step * 17) % 23))
    return time
  })
  return times.filter((time) => time !== undefined)
}
