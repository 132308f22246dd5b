import type { CDPSession, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { columnsAfter, mixedSteps, wheelBurst } from '../engines/wheelBurst'
import type { Box } from './harness/cellOf'
import { figureName } from './harness/figureName'
import { plotInWindow } from './harness/plotPicture'
import { sharedPageTest } from './harness/sharedPageTest'
import { countOf, expectColumns, shownColumns, type ShownColumns } from './harness/shownColumns'

const steps = mixedSteps(200)

const test = sharedPageTest(openStress)

/** Few, more and very many steps a frame. */
const paces = [
  [6, 30],
  [6, 16],
  [10, 16],
  [10, 8],
] as const

describe('with the processor many times slower', () => {
  test.for(paces)(
    '(%i times) 200 wheel steps in and out, %i ms apart, end where their product ends',
    async ([slowness, interval], { page }) => {
      const { point, after } = await pointAndAfter(page)
      await page.mouse.move(point.x, point.y)
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
      await turnWheel(session, point, interval)
      await expectColumns(page, after.first, after.last)
      await session.detach()
    },
  )
})

test('steps that the page dispatches end where their product ends', async ({ page }) => {
  const { point, after } = await pointAndAfter(page)
  await page.evaluate(wheelBurst, { ...point, steps, interval: 8, burnt: 60 })
  expect(await shownColumns(page)).toEqual(after)
})

async function openStress(page: Page): Promise<void> {
  await figureName(page)
  await page.getByRole('button', { name: 'Samples' }).click()
  await page.getByRole('button', { name: 'stress 12 × 4,096', exact: true }).click()
  await expect.poll(() => figureName(page)).toContain('12 × 4096')
}

interface Turn {
  /** Where the wheel is turned, in the window. */
  readonly point: Pick<Box, 'x' | 'y'>
  /** What the axis title then names. */
  readonly after: ShownColumns
}

async function pointAndAfter(page: Page): Promise<Turn> {
  const { x, y, width } = await plotInWindow(page)
  const whole = await shownColumns(page)
  const point = { x: Math.round(x + 0.4 * width), y: Math.round(y + 40) }
  const { first, last } = columnsAfter(steps, (point.x - x) / width, countOf(whole))
  return { point, after: { first: whole.first + first, last: whole.first + last } }
}

/** Turns the wheel as a hand does: the next step comes whether or not the page has answered the one before. */
async function turnWheel(
  session: CDPSession,
  { x, y }: Pick<Box, 'x' | 'y'>,
  interval: number,
): Promise<void> {
  const start = performance.now()
  const sent = steps.map(async (deltaY, k) => {
    await new Promise((resolve) => {
      setTimeout(resolve, start + k * interval - performance.now())
    })
    await session.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY })
  })
  await Promise.all(sent)
}
