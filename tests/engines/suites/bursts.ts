import { expect } from 'vitest'
import { shownColumns } from '../harness/columns'
import { openSample } from '../harness/controls'
import { test, type EngineName } from '../harness/engineTest'
import { boxOf, expectFigure, focusFigure } from '../harness/figure'
import { columnsAfter, mixedSteps, wheelBurst } from '../wheelBurst'

const steps = mixedSteps(200)
const whole = { first: 1, last: 4096 }

/** Tests that the page answers and loses no step where the wheel is faster than its frames. */
export function testBursts(engine: EngineName): void {
  test.for([
    [60, [30, 16]],
    [120, [16, 8]],
  ] as const)(
    'answers after 200 wheel steps in and out while %i ms of every frame are burnt, and is where they lead',
    async ([burnt, intervals], { open }) => {
      const page = await open(engine)
      await expectFigure(page, 'Meta Token #2 • Past Cosine-Sim (Padded)')
      await openSample(page, 'stress 12 × 4,096')
      await expectFigure(page, 'Stress sample • 12 × 4096, hot cell at layer 7, token 2457')
      const plot = await boxOf(page, '[data-testid="cells"] svg')
      const point = { x: Math.round(plot.x + 0.4 * plot.width), y: Math.round(plot.y + 40) }
      const share = (point.x - plot.x) / plot.width
      const { first, last } = columnsAfter(steps, share, 4096)
      // From 2 steps a frame to 15.
      for (const interval of intervals) {
        /* oxlint-disable no-await-in-loop -- one page: it is zoomed again and again */
        await page.evaluate(wheelBurst, { ...point, steps, interval, burnt })
        await expect.poll(() => shownColumns(page)).toEqual({ first: first + 1, last: last + 1 })
        await focusFigure(page)
        await page.press('0')
        await expect.poll(() => shownColumns(page)).toEqual(whole)
        /* oxlint-enable no-await-in-loop */
      }
    },
  )
}
